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

	/** Whether all that was asked of a sealed version is taken in. */
	boolean isDone(CycleName cycle, int version) {
		return by(cycle, version).isPresent();
	}

	/** The user id of who finished it. */
	Optional<String> by(CycleName cycle, int version) {
		return column("taken_in_by", cycle, version);
	}

	/** What was asked for in words beside all that is listed. */
	Optional<String> asked(CycleName cycle, int version) {
		return column("asked", cycle, version);
	}

	void finish(CycleName cycle, int version, @Nullable String asked, String by) {
		this.jdbc.sql("""
				insert into changes_taken_in (cycle, of_version, asked, taken_in_at, taken_in_by)
				values (:cycle, :of, :asked, :at, :by)""")
			.param("cycle", cycle.value())
			.param("of", version)
			.param("asked", asked)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	private Optional<String> column(String name, CycleName cycle, int version) {
		return this.jdbc
			.sql("select %s from changes_taken_in where cycle = :cycle and of_version = :of and %1$s is not null"
				.formatted(name))
			.param("cycle", cycle.value())
			.param("of", version)
			.query(String.class)
			.optional();
	}

}
