package org.asemeducation.stocktake.update.contribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.contribution.Contribution.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is asked for a contribution, and how far each is.
 */
@Component
public class PartyContributions {

	private static final String ALL = """
			select k.*, p.name, p.kind, p.region, p.group_id, h.version is not null as submitted, h.verdict, h.remark
			from party_contribution k join party p on p.id = k.party
			left join lateral (select version, verdict, remark from party_contribution_submitted h
			    where h.cycle = k.cycle and h.party = k.party order by version desc limit 1) h on true
			where k.cycle = :cycle and (cast(:party as bigint) is null or k.party = :party)
			order by p.region nulls last, p.kind, lower(p.name)""";

	/**
	 * A party that coordinates nothing that the cycle asks about. A round that completes
	 * a plan asks nobody beside.
	 */
	private static final String BESIDE = """
			exists (select from cycle where name = :cycle and kind = 'report') and (p.partner or p.stakeholder)
			and not exists (select from coordination k join cycle_initiative i on i.initiative = k.initiative
			    where i.cycle = :cycle and k.party = p.id and k.role = 'coordinator')""";

	/** Somebody can write for it. */
	private static final String HEARD = """
			exists (select from contact_role r join contact c on c.id = r.contact
			    where r.party = p.id and r.role = 'coordinator' and c.active)""";

	private static final String ASKED_BESIDE = BESIDE + " and " + HEARD;

	private final JdbcClient jdbc;

	private final Clock clock;

	PartyContributions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All of a cycle, those that are over too.
	 * @param cycle the cycle
	 * @return by region, kind and name
	 */
	public List<Contribution> of(CycleName cycle) {
		return list(cycle, null);
	}

	/**
	 * That of one party.
	 * @param cycle the cycle
	 * @param party the party
	 * @return nothing where it was not invited
	 */
	public Optional<Contribution> find(CycleName cycle, PartyId party) {
		return list(cycle, party.value()).stream().findFirst();
	}

	Contribution get(CycleName cycle, PartyId party) {
		return find(cycle, party)
			.orElseThrow(() -> Refused.notFound("This party is not asked for a contribution in %s.".formatted(cycle)));
	}

	/**
	 * The parties that would be invited now, if the cycle were gathering.
	 * @param cycle the cycle
	 * @return without those that are invited
	 */
	public List<PartyId> candidates(CycleName cycle) {
		return this.jdbc.sql("select p.id from party p where " + ASKED_BESIDE
				+ " and not exists (select from party_contribution o where o.cycle = :cycle and o.party = p.id) order by p.id")
			.param("cycle", cycle.value())
			.query((row, number) -> new PartyId(row.getLong("id")))
			.list();
	}

	/**
	 * The parties that would be invited too, if anybody spoke for them.
	 * @param cycle the cycle
	 * @return their names, by region, kind and name
	 */
	List<String> unheard(CycleName cycle) {
		return this.jdbc
			.sql("select p.name from party p where " + BESIDE + " and not " + HEARD
					+ " and not exists (select from party_contribution o where o.cycle = :cycle and o.party = p.id)"
					+ " order by p.region nulls last, p.kind, lower(p.name)")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

	/** Those that may write and have an initiative by now, or nobody to write. */
	List<PartyId> notAskedAnyMore(CycleName cycle) {
		return this.jdbc
			.sql("select p.id from party_contribution o join party p on p.id = o.party where o.cycle = :cycle"
					+ " and o.over_as is null and not (" + ASKED_BESIDE + ") order by p.id")
			.param("cycle", cycle.value())
			.query((row, number) -> new PartyId(row.getLong("id")))
			.list();
	}

	List<CycleName> gathering() {
		return this.jdbc.sql("select name from cycle where state = 'gathering' order by name")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	/** The caller holds the cycle's lock, here and below. */
	void invite(CycleName cycle, PartyId party) {
		this.jdbc.sql("insert into party_contribution (cycle, party, invited_at) values (:cycle, :party, :at)")
			.param("cycle", cycle.value())
			.param("party", party.value())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	void over(Contribution contribution, State as, String by, @Nullable String because) {
		this.jdbc.sql("""
				update party_contribution set over_as = :as, over_at = :at, over_by = :by, over_because = :because
				where cycle = :cycle and party = :party and over_as is null""")
			.param("cycle", contribution.cycle().value())
			.param("party", contribution.party().value())
			.param("as", as.word())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.param("because", because)
			.update();
	}

	private List<Contribution> list(CycleName cycle, @Nullable Long party) {
		return this.jdbc.sql(ALL)
			.param("cycle", cycle.value())
			.param("party", party)
			.query((row, number) -> read(row))
			.list();
	}

	private static Contribution read(ResultSet row) throws SQLException {
		String because = row.getString("over_because");
		String verdict = row.getString("verdict");
		return new Contribution(new CycleName(row.getString("cycle")), new PartyId(row.getLong("party")),
				row.getString("name"), row.getString("kind"), row.getString("region"), row.getString("group_id"),
				row.getTimestamp("invited_at").toInstant(),
				State.of(row.getString("over_as"), row.getBoolean("submitted"), verdict),
				(because != null) ? because : "returned".equals(verdict) ? row.getString("remark") : null);
	}

}
