package org.asemeducation.stocktake.report;

import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses contributions in a rehearsal, where nobody is there to judge: by how many
 * initiatives state one, and it says so.
 */
@Component
public class RehearsedAssessments {

	private final Reports reports;

	private final Assessments assessments;

	private final Assessing assessing;

	RehearsedAssessments(Reports reports, Assessments assessments, Assessing assessing) {
		this.reports = reports;
		this.assessments = assessments;
		this.assessing = assessing;
	}

	/**
	 * Assesses a subgoal.
	 * @param about what its task is about
	 * @param by the user id
	 */
	@Transactional
	public void assess(BusinessKey about, String by) {
		CycleName cycle = new CycleName(about.cycle());
		String subgoal = AssessmentProcess.subgoal(about);
		long stated = this.reports.current(cycle)
			.initiatives()
			.filter((it) -> it.update() != null)
			.filter((it) -> Objects.requireNonNull(it.update())
				.contributions()
				.stream()
				.anyMatch((claim) -> claim.subgoal().equals(subgoal)))
			.count();
		String rating = (stated == 0) ? Assessing.NOTHING_REPORTED
				: (stated < 3) ? "little" : (stated < 6) ? "partly" : "strongly";
		String reasons = (stated == 0) ? ""
				: "Rehearsed, judged by nobody: %d accepted updates state a contribution.".formatted(stated);
		long version = this.assessing
			.save(cycle, subgoal, this.assessments.of(cycle, subgoal).version(), rating, reasons, by)
			.version();
		this.assessing.finish(cycle, subgoal, version, by);
	}

}
