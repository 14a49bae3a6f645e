package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which steps of which report are done, and in whose hands its draft is.
 */
@Component
public class Steps {

	private final JdbcClient jdbc;

	private final ReopenedDrafts reopened;

	private final Clock clock;

	Steps(JdbcClient jdbc, ReopenedDrafts reopened, Clock clock) {
		this.jdbc = jdbc;
		this.reopened = reopened;
		this.clock = clock;
	}

	public boolean isDone(CycleName cycle, ReportStep step) {
		return this.jdbc.sql("select exists (select 1 from report_step where cycle = :cycle and step = :step)")
			.param("cycle", cycle.value())
			.param("step", step.word())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Goes on only where a step is still to be done.
	 * @param cycle the cycle
	 * @param step which step
	 * @throws Refused when it is done
	 */
	public void requireUndone(CycleName cycle, ReportStep step) {
		if (isDone(cycle, step)) {
			throw Refused.conflict("%s of %s was finished before.".formatted(step.doing(), cycle));
		}
	}

	/**
	 * Goes on only while the draft is the secretariat's to change: until editing is
	 * finished, again while comments are taken in, and once more while those of officials
	 * are.
	 * @param cycle the cycle
	 * @throws Refused when the reviewing body has it, or the report is finished
	 */
	public void requireWithSecretariat(CycleName cycle) {
		if (!isDone(cycle, ReportStep.EDITED) || this.reopened.contain(cycle)) {
			return;
		}
		if (!isDone(cycle, ReportStep.COMMENTED)) {
			throw Refused.conflict(
					"The draft of the report of %s lies with the Standing Working Group: it and its chapters stay as they are until the comments are in."
						.formatted(cycle));
		}
		if (isDone(cycle, ReportStep.TAKEN_IN) || !isCommented(cycle)) {
			throw Refused
				.conflict("Editing the report of %s is finished: its chapters stay as they are.".formatted(cycle));
		}
	}

	Optional<String> editor(CycleName cycle) {
		return this.jdbc.sql("""
				select done_by from report_step where cycle = :cycle and step in (:edited, :takenIn)
				order by done_at desc, step = :takenIn desc limit 1""")
			.param("cycle", cycle.value())
			.param("edited", ReportStep.EDITED.word())
			.param("takenIn", ReportStep.TAKEN_IN.word())
			.query(String.class)
			.optional();
	}

	void done(CycleName cycle, ReportStep step, int version, String by) {
		this.jdbc.sql("""
				insert into report_step (cycle, step, version, done_at, done_by)
				values (:cycle, :step, :version, :at, :by)""")
			.param("cycle", cycle.value())
			.param("step", step.word())
			.param("version", version)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	private boolean isCommented(CycleName cycle) {
		return this.jdbc.sql("select exists (select 1 from report_comment where cycle = :cycle)")
			.param("cycle", cycle.value())
			.query(Boolean.class)
			.single();
	}

}
