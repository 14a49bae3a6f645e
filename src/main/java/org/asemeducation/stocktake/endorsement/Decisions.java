package org.asemeducation.stocktake.endorsement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ministers' decisions, one for each cycle.
 */
@Component
class Decisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Decision> of(CycleName cycle) {
		return this.jdbc.sql("select adopted, adopted_on, reason from adoption where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> new Decision(row.getBoolean("adopted"),
					row.getObject("adopted_on", LocalDate.class), row.getString("reason")))
			.optional();
	}

	Optional<Adopted> recorded(CycleName cycle) {
		return this.jdbc.sql("select version, adopted_on, reason from adoption where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> new Adopted(row.getInt("version"), row.getObject("adopted_on", LocalDate.class),
					row.getString("reason")))
			.optional();
	}

	void add(CycleName cycle, int version, Decision decision, String by) {
		this.jdbc.sql("""
				insert into adoption (cycle, version, adopted, adopted_on, reason, recorded_at, recorded_by)
				values (:cycle, :version, :adopted, :on, :reason, :at, :by)""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("adopted", decision.isAdopted())
			.param("on", decision.isAdopted() ? decision.on() : null)
			.param("reason", decision.isAdopted() ? null : decision.reason())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

}
