package org.asemeducation.stocktake.update.completion;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The new versions that rounds have led to.
 */
@Component
class CompletedPlans {

	private final JdbcClient jdbc;

	private final Clock clock;

	CompletedPlans(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<CompletedPlan> find(CycleName cycle) {
		return this.jdbc.sql("""
				select version, dated, plan, filled, left_out, stay_open, in_force, made_at, made_by
				from completed_plan where cycle = :cycle""")
			.param("cycle", cycle.value())
			.query((row, number) -> new CompletedPlan(row.getString("version"), row.getString("dated"),
					row.getString("plan"), row.getInt("filled"), row.getInt("left_out"), row.getInt("stay_open"),
					row.getBoolean("in_force"), row.getObject("made_at", OffsetDateTime.class),
					row.getString("made_by")))
			.optional();
	}

	/** The rounds that have led to one, the last first. */
	List<CycleName> rounds() {
		return this.jdbc.sql("select cycle from completed_plan order by made_at desc, cycle")
			.query((row, number) -> new CycleName(row.getString("cycle")))
			.list();
	}

	void add(CycleName cycle, String version, String dated, String plan, Counts counts, boolean inForce, String by) {
		this.jdbc
			.sql("""
					insert into completed_plan (cycle, version, dated, plan, filled, left_out, stay_open, in_force, made_at, made_by)
					values (:cycle, :version, :dated, :plan, :filled, :leftOut, :stayOpen, :inForce, :at, :by)""")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("dated", dated)
			.param("plan", plan)
			.param("filled", counts.filled())
			.param("leftOut", counts.leftOut())
			.param("stayOpen", counts.stayOpen())
			.param("inForce", inForce)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/**
	 * How many placeholders have words, are left out, and stay.
	 */
	record Counts(int filled, int leftOut, int stayOpen) {
	}

	/**
	 * A new version.
	 *
	 * @param version what it is called
	 * @param dated as printed
	 * @param plan all of it, as a plan file in YAML
	 * @param filled placeholders with words in their place
	 * @param leftOut whose line is left out
	 * @param stayOpen that stay
	 * @param inForce whether it was loaded as the plan in force
	 * @param madeAt when
	 * @param madeBy the user id
	 */
	public record CompletedPlan(String version, String dated, String plan, int filled, int leftOut, int stayOpen,
			boolean inForce, OffsetDateTime madeAt, String madeBy) {
	}

}
