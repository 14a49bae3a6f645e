package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which reports the secretariat has finished editing.
 */
@Component
class Edits {

	private final JdbcClient jdbc;

	private final Clock clock;

	Edits(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean isFinished(CycleName cycle) {
		return this.jdbc.sql("select exists (select 1 from report_edited where cycle = :cycle)")
			.param("cycle", cycle.value())
			.query(Boolean.class)
			.single();
	}

	Optional<String> finishedBy(CycleName cycle) {
		return this.jdbc.sql("select edited_by from report_edited where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.optional();
	}

	void finish(CycleName cycle, int version, String by) {
		this.jdbc.sql("""
				insert into report_edited (cycle, version, edited_at, edited_by)
				values (:cycle, :version, :at, :by)""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

}
