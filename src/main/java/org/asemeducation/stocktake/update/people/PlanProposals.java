package org.asemeducation.stocktake.update.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What answers and updates mean for the plan. The AES sees them and says when it has done
 * with one; the plan itself is changed by hand.
 */
@Component
class PlanProposals {

	private static final String READ = """
			select p.*, i.title, coalesce(y.acronym, y.name) as party_label, s.name as said_name, t.name as settled_name
			from plan_proposal p
			join cycle_initiative i on i.cycle = p.cycle and i.initiative = p.initiative
			left join party y on y.id = p.party
			left join contact s on s.user_id = p.said_by
			left join contact t on t.user_id = p.settled_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PlanProposals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds what an accepted answer means.
	 * @param revision says the answer
	 */
	void accepted(Revision revision) {
		add(revision, revision.content().path("answer").asText(), revision.content().path("because").asText());
	}

	/**
	 * Adds what an accepted update says against the plan's own row.
	 * @param revision says it
	 */
	void corrected(Revision revision) {
		add(revision, PlanProposal.CORRECTS_ROW, revision.content().path("planChanges").asText().strip());
	}

	private void add(Revision revision, String kind, String because) {
		this.jdbc.sql("""
				insert into plan_proposal (cycle, initiative, kind, into_which, because, revision, said_at, said_by)
				values (:cycle, :initiative, :kind, nullif(:into, ''), :because, :revision, :at, :by)""")
			.params(about(revision.key()))
			.param("kind", kind)
			.param("into", revision.content().path("into").asText())
			.param("because", because)
			.param("revision", revision.id())
			.param("at", revision.submittedAt().atOffset(ZoneOffset.UTC))
			.param("by", revision.submittedBy())
			.update();
	}

	void notTheirs(UpdateKey key, PartyId party, String because, String by) {
		this.jdbc.sql("""
				insert into plan_proposal (cycle, initiative, kind, because, party, said_at, said_by)
				values (:cycle, :initiative, 'not-ours', :because, :party, :at, :by)""")
			.params(about(key))
			.param("because", because)
			.param("party", party.value())
			.param("at", now())
			.param("by", by)
			.update();
	}

	/** What waits first, then the newest. */
	List<PlanProposal> first(int most) {
		return this.jdbc.sql(READ + "order by p.settled_at is not null, p.said_at desc, p.id desc limit :most")
			.param("most", most)
			.query((row, number) -> read(row))
			.list();
	}

	Optional<PlanProposal> find(long id) {
		return one(this.jdbc.sql(READ + "where p.id = :id").param("id", id));
	}

	/** Who said last in a cycle that an initiative is not theirs. */
	Optional<PlanProposal> lastGivenBack(UpdateKey key) {
		return one(this.jdbc
			.sql(READ + "where p.cycle = :cycle and p.initiative = :initiative and p.kind = 'not-ours'"
					+ " order by p.id desc limit 1")
			.params(about(key)));
	}

	/**
	 * Done with one.
	 * @return whether it still waited
	 */
	boolean settle(long id, String as, String by) {
		return this.jdbc.sql("""
				update plan_proposal set settled_at = :at, settled_by = :by, settled_as = :as
				where id = :id and settled_at is null""")
			.param("at", now())
			.param("by", by)
			.param("as", as)
			.param("id", id)
			.update() == 1;
	}

	private static Map<String, Object> about(UpdateKey key) {
		return Map.of("cycle", key.cycle().value(), "initiative", key.initiative().value());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Optional<PlanProposal> one(StatementSpec statement) {
		return statement.query((row, number) -> read(row)).optional();
	}

	private static PlanProposal read(ResultSet row) throws SQLException {
		return new PlanProposal(row.getLong("id"), row.getString("cycle"), row.getString("initiative"),
				row.getString("title"), row.getString("kind"), row.getString("into_which"), row.getString("because"),
				row.getString("party_label"), row.getObject("said_at", OffsetDateTime.class).toInstant(),
				name(row, "said_name", "said_by"), instant(row), name(row, "settled_name", "settled_by"),
				row.getString("settled_as"));
	}

	private static String name(ResultSet row, String name, String user) throws SQLException {
		return Optional.ofNullable(row.getString(name)).orElse(row.getString(user));
	}

	private static @Nullable Instant instant(ResultSet row) throws SQLException {
		OffsetDateTime moment = row.getObject("settled_at", OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
