package org.asemeducation.stocktake.report.comment;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.ReportProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read comments".
 */
@Component("readComments")
class ReadComments implements JavaDelegate {

	private final Comments comments;

	ReadComments(Comments comments) {
		this.comments = comments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		execution.setVariable(ReportProcess.COMMENTS_MADE, !this.comments.of(cycle).isEmpty());
	}

}
