package org.asemeducation.stocktake.report.chapter;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read chapter".
 */
@Component("readChapter")
class ReadChapter implements JavaDelegate {

	private final Commissions commissions;

	ReadChapter(Commissions commissions) {
		this.commissions = commissions;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey about = BusinessKey.parse(execution.getProcessBusinessKey());
		State state = this.commissions.get(new CycleName(about.cycle()), Commission.number(about)).state();
		execution.setVariable(CommissionProcess.CHAPTER_ACCEPTED, state == State.ACCEPTED);
	}

}
