package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.Assessment;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the secretariat makes of the contributions to subgoals, taken into each
 * compilation once it is finished.
 */
@Component
class Assessments {

	private final JdbcClient jdbc;

	private final Clock clock;

	Assessments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those that say how far and why, in the order of the plan.
	 * @param cycle the cycle
	 */
	List<Assessment> complete(CycleName cycle) {
		return all(cycle).stream()
			.filter(Written::isComplete)
			.map((it) -> new Assessment(it.subgoal(), Objects.requireNonNull(it.rating()), it.reasons().strip()))
			.toList();
	}

	/** The subgoals of the plan with their texts, in its order. */
	Map<String, String> subgoals() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.jdbc.sql("select number, text from subgoal order by string_to_array(number, '.')::int[]").query((row) -> {
			texts.put(row.getString("number"), row.getString("text"));
		});
		return texts;
	}

	/**
	 * The text of a subgoal.
	 * @param subgoal its number
	 * @throws Refused when the plan has no such subgoal
	 */
	String require(String subgoal) {
		return Optional.ofNullable(subgoals().get(subgoal))
			.orElseThrow(() -> Refused.notFound("The plan has no subgoal %s.".formatted(subgoal)));
	}

	List<Written> all(CycleName cycle) {
		return this.jdbc.sql("""
				select * from report_assessment where cycle = :cycle
				order by string_to_array(subgoal, '.')::int[]""")
			.param("cycle", cycle.value())
			.query((row, number) -> new Written(row.getString("subgoal"), row.getString("rating"),
					row.getString("reasons"), row.getLong("version"), row.getTimestamp("finished_at") != null,
					row.getTimestamp("saved_at").toInstant(), row.getString("saved_by")))
			.list();
	}

	Written of(CycleName cycle, String subgoal) {
		return all(cycle).stream()
			.filter((it) -> it.subgoal().equals(subgoal))
			.findFirst()
			.orElseGet(() -> Written.empty(subgoal));
	}

	/**
	 * Saves over the version the writer has seen. The caller holds the cycle's lock.
	 * @param seen the version that was written on; 0 when there was none
	 * @return whether it was saved; false when somebody else has saved meanwhile
	 */
	boolean save(CycleName cycle, String subgoal, long seen, @Nullable String rating, String reasons, String by) {
		return this.jdbc.sql("""
				insert into report_assessment (cycle, subgoal, rating, reasons, version, saved_at, saved_by)
				select :cycle, :subgoal, :rating, :reasons, :seen + 1, :at, :by
				where :seen = 0 or exists (select from report_assessment where cycle = :cycle and subgoal = :subgoal)
				on conflict (cycle, subgoal) do update set rating = excluded.rating, reasons = excluded.reasons,
					version = report_assessment.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
				where report_assessment.version = :seen""")
			.param("cycle", cycle.value())
			.param("subgoal", subgoal)
			.param("seen", seen)
			.param("rating", rating)
			.param("reasons", reasons)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

	void finish(CycleName cycle, String subgoal, String by) {
		this.jdbc.sql("""
				update report_assessment set finished_at = :at, finished_by = :by
				where cycle = :cycle and subgoal = :subgoal and finished_at is null""")
			.param("cycle", cycle.value())
			.param("subgoal", subgoal)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	/**
	 * An assessment as last saved.
	 *
	 * @param rating one of the words; {@code null} when none is chosen yet
	 * @param version counts the saves; 0 when nothing was ever saved
	 * @param finished whether its task is done
	 */
	public record Written(String subgoal, @Nullable String rating, String reasons, long version, boolean finished,
			@Nullable Instant savedAt, @Nullable String savedBy) {

		boolean isComplete() {
			return this.rating != null && (this.rating.equals(Assessing.NOTHING_REPORTED) || !this.reasons.isBlank());
		}

		static Written empty(String subgoal) {
			return new Written(subgoal, null, "", 0, false, null, null);
		}

	}

}
