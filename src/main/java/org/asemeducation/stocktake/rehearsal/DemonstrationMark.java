package org.asemeducation.stocktake.rehearsal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.engine.Commits;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one row that says how far the demonstration has come. Found unfinished by a start,
 * it makes the embedded database empty again.
 */
@Component
class DemonstrationMark {

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Commits commits;

	private final Clock clock;

	DemonstrationMark(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.commits = new Commits(jdbc);
		this.clock = clock;
	}

	/**
	 * Whether nobody has been here before: the first start leaves contacts behind.
	 */
	boolean isFirstStart() {
		return this.jdbc.sql("""
				select not exists (select from contact) and not exists (select from cycle)
				and not exists (select from demonstration)""").query(Boolean.class).single();
	}

	/**
	 * From now on the database holds a part of the demonstration and nothing else. Until
	 * it is complete, no commit waits for the disk: what is lost would be made anew.
	 * @param cycles the names of what is being made
	 */
	void started(List<String> cycles) {
		this.jdbc.sql("insert into demonstration (cycles, started_at) values (:cycles, :now)")
			.param("cycles", cycles.toArray(String[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.commits.waitForTheDisk(false);
	}

	/**
	 * All is there, and on disk with this last commit.
	 */
	void completed() {
		this.commits.waitForTheDisk(true);
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("set local synchronous_commit = on").update();
			this.jdbc.sql("update demonstration set completed_at = :now")
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
		});
	}

}
