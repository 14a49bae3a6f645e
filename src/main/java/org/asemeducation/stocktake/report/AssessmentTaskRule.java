package org.asemeducation.stocktake.report;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.TaskRule;

import org.springframework.stereotype.Component;

/**
 * What is said about "Assess contribution": it is due when the report is to be edited.
 */
@Component
class AssessmentTaskRule implements TaskRule {

	private final Cycles cycles;

	private final Assessments assessments;

	AssessmentTaskRule(Cycles cycles, Assessments assessments) {
		this.cycles = cycles;
		this.assessments = assessments;
	}

	@Override
	public Set<String> tasks() {
		return Set.of(AssessmentProcess.ASSESS);
	}

	@Override
	public Face face(String task, String label, BusinessKey about) {
		return new Face("%s to subgoal %s (%s)".formatted(label, AssessmentProcess.subgoal(about), about.cycle()),
				ReportTaskRule.endOfHalfTime(this.cycles.get(new CycleName(about.cycle()))));
	}

	@Override
	public Optional<String> objection(String task, BusinessKey about) {
		String subgoal = AssessmentProcess.subgoal(about);
		return this.assessments.of(new CycleName(about.cycle()), subgoal).finished() ? Optional.empty()
				: Optional.of("Use the form of this task: subgoal %s is not assessed yet.".formatted(subgoal));
	}

}
