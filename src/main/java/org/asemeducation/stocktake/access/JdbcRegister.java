package org.asemeducation.stocktake.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRegister implements Register {

	private final JdbcClient jdbc;

	JdbcRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Party register(NewParty party) {
		Optional<Party> known = Optional.ofNullable(party.acronym()).flatMap(this::party).or(() -> party(party.name()));
		return known.orElseGet(() -> add(party));
	}

	private Party add(NewParty party) {
		return this.jdbc.sql("""
				with fresh as (select nextval(pg_get_serial_sequence('party', 'id')) as id)
				insert into party (id, name, acronym, kind, region, country, partner, stakeholder, group_id)
				overriding system value
				select id, :name, :acronym, :kind, :region, :country, :partner, :stakeholder, 'party' || id from fresh
				returning *
				""").paramSource(party).query(JdbcRegister::party).single();
	}

	@Override
	public Optional<Party> party(String acronymOrName) {
		return this.jdbc
			.sql("select * from party where acronym = ? or name = ? order by acronym = ? desc nulls last limit 1")
			.params(acronymOrName, acronymOrName, acronymOrName)
			.query(JdbcRegister::party)
			.optional();
	}

	@Override
	public List<Party> parties() {
		return this.jdbc.sql("select * from party order by id").query(JdbcRegister::party).list();
	}

	@Override
	public void coordinate(String initiative, List<Coordination> coordinations) {
		this.jdbc.sql("delete from coordination where initiative = ?").param(initiative).update();
		coordinations.forEach((coordination) -> this.jdbc
			.sql("insert into coordination (initiative, party, role, position) values (?, ?, ?, ?)")
			.params(initiative, coordination.party().value(), coordination.role(), coordination.position())
			.update());
	}

	@Override
	public List<Coordination> coordination(String initiative) {
		return this.jdbc.sql("select * from coordination where initiative = ? order by position")
			.param(initiative)
			.query((row, number) -> new Coordination(new PartyId(row.getLong("party")), row.getString("role"),
					row.getInt("position")))
			.list();
	}

	private static Party party(ResultSet row, int number) throws SQLException {
		return new Party(new PartyId(row.getLong("id")), row.getString("name"), row.getString("acronym"),
				row.getString("kind"), row.getString("region"), row.getString("group_id"));
	}

}
