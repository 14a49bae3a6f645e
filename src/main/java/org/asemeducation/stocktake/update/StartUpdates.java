package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Start updates".
 */
@Component("startUpdates")
class StartUpdates implements JavaDelegate {

	private final AskUpdates askUpdates;

	StartUpdates(AskUpdates askUpdates) {
		this.askUpdates = askUpdates;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean allStarted = this.askUpdates.next(new CycleName(execution.getProcessBusinessKey()));
		execution.setVariable(UpdateProcess.ALL_STARTED, allStarted);
	}

}
