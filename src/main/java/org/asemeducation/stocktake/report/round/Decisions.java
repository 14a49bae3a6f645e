package org.asemeducation.stocktake.report.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what becomes of comments.
 */
@Component
class Decisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All on the comments of a cycle's rounds.
	 * @return by the comment's id
	 */
	Map<Long, Decided> of(CycleName cycle) {
		Map<Long, Decided> decisions = new HashMap<>();
		this.jdbc.sql("""
				select d.* from round_decision d join round_comment c on c.id = d.comment
				where c.cycle = :cycle""").param("cycle", cycle.value()).query((row) -> {
			decisions.put(row.getLong("comment"), decided(row));
		});
		return decisions;
	}

	/**
	 * Saves over the version its writer has seen.
	 * @param comment the comment's id
	 * @param seen the version that was written on; 0 when there was none
	 * @return whether it was saved; false when somebody else has saved meanwhile
	 */
	boolean save(long comment, long seen, @Nullable Outcome decision, String reason, String by) {
		return this.jdbc.sql("""
				insert into round_decision (comment, version, decision, reason, saved_at, saved_by)
				select :comment, :seen + 1, :decision, :reason, :at, :by
				where :seen = 0 or exists (select from round_decision where comment = :comment)
				on conflict (comment) do update
				set version = round_decision.version + 1, decision = excluded.decision, reason = excluded.reason,
				    saved_at = excluded.saved_at, saved_by = excluded.saved_by
				where round_decision.version = :seen""")
			.param("comment", comment)
			.param("seen", seen)
			.param("decision", (decision != null) ? decision.word() : null)
			.param("reason", reason)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update() == 1;
	}

	/** How many comments of a round there are to decide on, by now. */
	int toMake(Round round) {
		return count("select count(*) from round_comment where cycle = :cycle and round = :round", round);
	}

	/** Of how many comments of a round the suggested words are printed. */
	int printed(Round round) {
		return count("""
				select count(*) from report_edit e join round_comment c on c.id = e.comment
				where c.cycle = :cycle and c.round = :round and e.undone_at is null""", round);
	}

	private int count(String what, Round round) {
		return this.jdbc.sql(what)
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.query(Integer.class)
			.single();
	}

	private static Decided decided(ResultSet row) throws SQLException {
		String decision = row.getString("decision");
		return new Decided(row.getLong("version"), (decision != null) ? Outcome.of(decision) : null,
				row.getString("reason"), row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getString("saved_by"));
	}

}
