package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one row that says until when everything due has been claimed. Whoever claims holds
 * it locked: two nodes come one after the other, and the second finds nothing left.
 */
@Component
class ReminderRun {

	private static final String COVERED = """
			select coalesce(covered_until, (select min(opened_at) from cycle where kind <> 'paper'), :now) from reminder_run""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReminderRun(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Until when everything is claimed. Before the first run that is when the first cycle
	 * was opened: there was nothing to remind of before.
	 * @return the moment; now when there has never been a cycle
	 */
	Instant coveredUntil() {
		return covered(COVERED);
	}

	/**
	 * The same, and nobody else claims until the caller's transaction ends.
	 * @return the moment
	 */
	Instant lock() {
		return covered(COVERED + " for update of reminder_run");
	}

	/**
	 * Everything due has been claimed. A clock that went backwards uncovers nothing.
	 * @param until up to this moment
	 */
	void covered(Instant until) {
		this.jdbc.sql("update reminder_run set ran_at = :now, covered_until = greatest(covered_until, :until)")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("until", Timestamp.from(until))
			.update();
	}

	/**
	 * There was nothing to claim. What is covered already stays so.
	 * @param until up to this moment
	 */
	void pass(Instant until) {
		this.jdbc
			.sql("update reminder_run set covered_until = :until"
					+ " where covered_until is null or covered_until < :until")
			.param("until", Timestamp.from(until))
			.update();
	}

	private Instant covered(String query) {
		return this.jdbc.sql(query)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

}
