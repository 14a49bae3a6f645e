package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Start assessments".
 */
@Component("startAssessments")
class StartAssessments implements JavaDelegate {

	private final AssessmentProcess assessments;

	StartAssessments(AssessmentProcess assessments) {
		this.assessments = assessments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assessments.start(new CycleName(execution.getProcessBusinessKey()));
	}

}
