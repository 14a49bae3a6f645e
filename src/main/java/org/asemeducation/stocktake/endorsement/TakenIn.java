package org.asemeducation.stocktake.endorsement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the changes of senior officials are all taken in.
 */
@Component
class TakenIn {

	private final JdbcClient jdbc;

	private final Clock clock;

	TakenIn(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean isDone(CycleName cycle) {
		return by(cycle).isPresent();
	}

	/** The user id of who finished it. */
	Optional<String> by(CycleName cycle) {
		return this.jdbc.sql("select taken_in_by from changes_taken_in where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.optional();
	}

	/** What was asked for in words. */
	Optional<String> asked(CycleName cycle) {
		return this.jdbc.sql("select asked from changes_taken_in where cycle = :cycle and asked is not null")
			.param("cycle", cycle.value())
			.query(String.class)
			.optional();
	}

	void finish(CycleName cycle, @Nullable String asked, String by) {
		this.jdbc.sql("""
				insert into changes_taken_in (cycle, asked, taken_in_at, taken_in_by)
				values (:cycle, :asked, :at, :by)""")
			.param("cycle", cycle.value())
			.param("asked", asked)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

}
