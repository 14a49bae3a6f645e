package org.asemeducation.stocktake.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of parties and of what they do for initiatives.
 */
@Component
class Parties {

	private static final String COLUMNS = "select id, name, acronym, kind, region, group_id from party ";

	private final JdbcClient jdbc;

	Parties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Party> named(String acronymOrName) {
		return this.jdbc
			.sql(COLUMNS + "where acronym = :it or name = :it order by acronym = :it desc nulls last limit 1")
			.param("it", acronymOrName.strip())
			.query(Parties::party)
			.optional();
	}

	/** The one that is called so but for the case; none when there are several. */
	Optional<Party> namedInAnyCase(String acronymOrName) {
		List<Party> called = this.jdbc.sql(COLUMNS + "where lower(:it) in (lower(acronym), lower(name)) limit 2")
			.param("it", acronymOrName.strip())
			.query(Parties::party)
			.list();
		return (called.size() == 1) ? Optional.of(called.get(0)) : Optional.empty();
	}

	List<Party> all() {
		return this.jdbc.sql(COLUMNS + "order by coalesce(acronym, name)").query(Parties::party).list();
	}

	List<String> names(int most) {
		return this.jdbc.sql("select name from party order by lower(name) limit :most")
			.param("most", most)
			.query(String.class)
			.list();
	}

	/**
	 * Parties that an initiative names and nobody speaks for.
	 */
	List<Party> withoutContact() {
		return this.jdbc.sql(COLUMNS + """
				where id in (select party from coordination)
				and id not in (select party from contact_role join contact on contact.id = contact_role.contact
				    where contact.active and contact_role.role = 'coordinator')
				order by coalesce(acronym, name)""").query(Parties::party).list();
	}

	List<Party> spokenForBy(ContactId contact) {
		return this.jdbc.sql(COLUMNS + """
				where id in (select party from contact_role where contact = :contact and role = 'coordinator')
				order by coalesce(acronym, name)""").param("contact", contact.value()).query(Parties::party).list();
	}

	Party get(PartyId id) {
		return this.jdbc.sql(COLUMNS + "where id = :id").param("id", id.value()).query(Parties::party).single();
	}

	/**
	 * The same; nobody else changes it, or names it, until the caller's transaction ends.
	 */
	Party lock(PartyId id) {
		this.jdbc.sql("lock table party in share row exclusive mode").update();
		return this.jdbc.sql(COLUMNS + "where id = :id for update")
			.param("id", id.value())
			.query(Parties::party)
			.optional()
			.orElseThrow(() -> new IllegalArgumentException(
					"The register has no party %d: choose one of the list.".formatted(id.value())));
	}

	/**
	 * Goes on only when no other party is called so.
	 * @param word a name or an acronym; {@code null} for none
	 * @param by whose it is to be; {@code null} for a new party's
	 * @throws IllegalArgumentException when another is
	 */
	void requireNotTaken(@Nullable String word, @Nullable PartyId by) {
		if (word != null) {
			this.jdbc
				.sql("select name from party where (lower(name) = lower(:word) or lower(acronym) = lower(:word))"
						+ " and id <> :id limit 1")
				.param("word", word)
				.param("id", (by != null) ? by.value() : -1)
				.query(String.class)
				.optional()
				.ifPresent((name) -> {
					throw new IllegalArgumentException(
							"\"%s\" is how another party is called: %s. Write something else.".formatted(word, name));
				});
		}
	}

	boolean isPartner(PartyId id) {
		return this.jdbc.sql("select partner from party where id = :id")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	Party rename(PartyId id, String name) {
		this.jdbc.sql("update party set name = :name where id = :id")
			.param("name", name)
			.param("id", id.value())
			.update();
		return get(id);
	}

	void remove(PartyId id) {
		this.jdbc.sql("delete from party where id = :id").param("id", id.value()).update();
	}

	Party add(NewParty party) {
		long id = this.jdbc.sql("select nextval(pg_get_serial_sequence('party', 'id'))").query(Long.class).single();
		with(party, this.jdbc.sql("""
				insert into party (id, name, acronym, kind, region, country, partner, stakeholder, group_id)
				overriding system value
				values (:id, :name, :acronym, :kind, :region, :country, :partner, :stakeholder, :group)
				""")).param("id", id).param("group", "party" + id).update();
		return get(new PartyId(id));
	}

	/**
	 * Fills what the register did not know yet; what it knows stays. Another process or
	 * body that a plan or a person names is an ordinary party from then on.
	 */
	Party complete(PartyId id, NewParty party) {
		with(party, this.jdbc.sql("""
				update party set
				    acronym = coalesce(acronym, case when exists (select 1 from party where acronym = :acronym)
				              then null else :acronym end),
				    kind = case when kind in ('other', 'process') then :kind else kind end,
				    region = coalesce(region, :region), country = coalesce(country, :country),
				    partner = partner or :partner, stakeholder = stakeholder or :stakeholder
				where id = :id
				""")).param("id", id.value()).update();
		return get(id);
	}

	/**
	 * One statement for all of them: what is kept beside is told anew after each
	 * statement.
	 */
	void coordinate(String initiative, List<Coordination> parties) {
		if (Set.copyOf(coordination(initiative)).equals(Set.copyOf(parties))) {
			return;
		}
		this.jdbc.sql("delete from coordination where initiative = :initiative")
			.param("initiative", initiative)
			.update();
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position)
				select :initiative, party, role, position
				from unnest(cast(:parties as bigint[]), cast(:roles as text[]), cast(:positions as int[]))
				    as one (party, role, position)""")
			.param("initiative", initiative)
			.param("parties", parties.stream().map((each) -> each.party().value()).toArray(Long[]::new))
			.param("roles", parties.stream().map(Coordination::role).toArray(String[]::new))
			.param("positions", parties.stream().map(Coordination::position).toArray(Integer[]::new))
			.update();
	}

	List<Coordination> coordination(String initiative) {
		return this.jdbc.sql(
				"select party, role, position from coordination where initiative = :initiative order by position, role")
			.param("initiative", initiative)
			.query((row, number) -> new Coordination(new PartyId(row.getLong("party")), row.getString("role"),
					row.getInt("position")))
			.list();
	}

	private static JdbcClient.StatementSpec with(NewParty party, JdbcClient.StatementSpec statement) {
		return statement.param("name", party.name())
			.param("acronym", party.acronym())
			.param("kind", party.kind())
			.param("region", party.region())
			.param("country", party.country())
			.param("partner", party.partner())
			.param("stakeholder", party.stakeholder());
	}

	static Party party(ResultSet row, int number) throws SQLException {
		return new Party(new PartyId(row.getLong("id")), row.getString("name"), row.getString("acronym"),
				row.getString("kind"), row.getString("region"), row.getString("group_id"));
	}

}
