package org.asemeducation.stocktake.update.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The extensions. Writers hold the lock of the update's request, so that two answers come
 * one after the other.
 */
@Component
class Extensions {

	private final JdbcClient jdbc;

	private final Clock clock;

	Extensions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What was asked for or granted last.
	 * @param key which update
	 * @return nothing when its coordinators have the days of all
	 */
	Optional<Extension> latest(UpdateKey key) {
		return this.jdbc.sql("""
				select * from extension where cycle = :cycle and initiative = :initiative
				order by id desc limit 1""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> read(row))
			.optional();
	}

	/** What waits for an answer in a cycle. */
	List<Extension> open(CycleName cycle) {
		return this.jdbc.sql("select * from extension where cycle = :cycle and outcome is null order by id")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.list();
	}

	void ask(UpdateKey key, LocalDate until, String reason, String by) {
		this.jdbc.sql("""
				insert into extension (cycle, initiative, asked_for, reason, asked_at, asked_by)
				values (:cycle, :initiative, :until, :reason, :at, :by)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("until", until)
			.param("reason", reason)
			.param("at", now())
			.param("by", by)
			.update();
	}

	/** Answers what waits. */
	void answer(UpdateKey key, String outcome, @Nullable Grant grant, @Nullable String answer, String by) {
		this.jdbc.sql("""
				update extension set outcome = :outcome, answered_at = :at, answered_by = :by, answer = :answer,
				until = :until, past_freeze = :pastFreeze
				where cycle = :cycle and initiative = :initiative and outcome is null""")
			.param("outcome", outcome)
			.param("at", now())
			.param("by", by)
			.param("answer", answer)
			.param("until", (grant != null) ? grant.day() : null)
			.param("pastFreeze", grant != null && grant.pastFreeze())
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	/** Grants what nobody has asked for. */
	void grant(UpdateKey key, Grant grant, String by) {
		this.jdbc.sql("""
				insert into extension (cycle, initiative, outcome, answered_at, answered_by, answer, until, past_freeze)
				values (:cycle, :initiative, 'granted', :at, :by, :answer, :until, :pastFreeze)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("at", now())
			.param("by", by)
			.param("answer", grant.reason())
			.param("until", grant.day())
			.param("pastFreeze", grant.pastFreeze())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Extension read(ResultSet row) throws SQLException {
		return new Extension(row.getLong("id"),
				new UpdateKey(new CycleName(row.getString("cycle")), new InitiativeId(row.getString("initiative"))),
				row.getObject("asked_for", LocalDate.class), instant(row), row.getString("asked_by"),
				row.getString("reason"), row.getString("outcome"), row.getString("answer"),
				row.getObject("until", LocalDate.class), row.getBoolean("past_freeze"));
	}

	private static @Nullable Instant instant(ResultSet row) throws SQLException {
		OffsetDateTime moment = row.getObject("asked_at", OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}
