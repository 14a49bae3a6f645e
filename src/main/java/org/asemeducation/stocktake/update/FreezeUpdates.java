package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Freeze updates".
 */
@Component("freezeUpdates")
class FreezeUpdates implements JavaDelegate {

	private final EndOfGathering endOfGathering;

	private final Drafts drafts;

	FreezeUpdates(EndOfGathering endOfGathering, Drafts drafts) {
		this.endOfGathering = endOfGathering;
		this.drafts = drafts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		execution.setVariable(UpdateProcess.ALL_FROZEN, this.endOfGathering.next(cycle));
		execution.setVariable(UpdateProcess.DRAFTS_LEFT, !this.drafts.unsubmitted(cycle).isEmpty());
	}

}
