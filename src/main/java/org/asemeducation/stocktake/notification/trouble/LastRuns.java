package org.asemeducation.stocktake.notification.trouble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether the reminders go out by themselves: what their hourly run wrote down, and
 * when the engine starts {@code reminder.bpmn} again.
 */
@Component
public class LastRuns {

	private final JdbcClient jdbc;

	private final Clock clock;

	LastRuns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How the run is doing now.
	 * @return the run
	 */
	public LastRun last() {
		return this.jdbc.sql("""
				select ran_at, covered_until, (select min(duedate_) from act_ru_job
				    where process_def_key_ = 'reminder' and handler_type_ = 'timer-start-event') as next_at
				from reminder_run""")
			.query((row, number) -> LastRun.seen(this.clock.instant(), instant(row, "ran_at"),
					instant(row, "covered_until"), engineInstant(row)))
			.single();
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	/** The engine writes times without a zone; every JVM of ours is in UTC. */
	private static @Nullable Instant engineInstant(ResultSet row) throws SQLException {
		LocalDateTime moment = row.getObject("next_at", LocalDateTime.class);
		return (moment != null) ? moment.toInstant(ZoneOffset.UTC) : null;
	}

}
