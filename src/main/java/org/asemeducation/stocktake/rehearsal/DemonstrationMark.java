package org.asemeducation.stocktake.rehearsal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one row that says how far the demonstration has come. Found unfinished by a start,
 * it makes the embedded database empty again.
 */
@Component
class DemonstrationMark {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemonstrationMark(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
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
	 * it is complete, commits need not have reached the disk.
	 * @param cycles the names of what is being made
	 */
	void started(List<String> cycles) {
		this.jdbc.sql("insert into demonstration (cycles, started_at) values (:cycles, :now)")
			.param("cycles", cycles.toArray(String[]::new))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	void completed() {
		this.jdbc.sql("update demonstration set completed_at = :now")
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
