package org.asemeducation.stocktake.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's jobs, one at a time, where no job executor runs.
 */
@Component
public class DueJobs {

	private final JdbcClient jdbc;

	private final ManagementService management;

	DueJobs(JdbcClient jdbc, ManagementService management) {
		this.jdbc = jdbc;
		this.management = management;
	}

	/**
	 * The next job by due date, then id; one without a due date comes first. Timers that
	 * start a process again and again are left out: they are always due again.
	 * @return the job, or nothing when none waits
	 */
	public Optional<DueJob> next() {
		return this.jdbc.sql("""
				select id_, duedate_ from act_ru_job
				where retries_ > 0 and suspension_state_ = 1
				and handler_type_ not in ('history-cleanup', 'timer-start-event')
				order by duedate_ nulls first, id_ limit 1""").query((row, number) -> read(row)).optional();
	}

	/**
	 * The timer that starts a process again and again.
	 * @param process the model's key
	 * @return the job, whenever it is due
	 */
	public DueJob startTimer(String process) {
		return this.jdbc.sql("""
				select id_, duedate_ from act_ru_job
				where handler_type_ = 'timer-start-event' and process_def_key_ = :process""")
			.param("process", process)
			.query((row, number) -> read(row))
			.single();
	}

	private static DueJob read(ResultSet row) throws SQLException {
		LocalDateTime due = row.getObject("duedate_", LocalDateTime.class);
		return new DueJob(row.getString("id_"), (due != null) ? due.toInstant(ZoneOffset.UTC) : null);
	}

	/**
	 * Runs a job in its own transaction.
	 * @param job the job
	 */
	public void run(DueJob job) {
		this.management.executeJob(job.id());
	}

	/**
	 * A job that waits.
	 *
	 * @param id the engine's id
	 * @param due when it is due; {@code null} at once
	 */
	public record DueJob(String id, @Nullable Instant due) {
	}

}
