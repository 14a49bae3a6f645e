package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Look at updates": a message only wakes, so before the cycle waits for one it
 * looks whether everything is settled already.
 */
@Component("lookAtUpdates")
class LookAtUpdates implements JavaDelegate {

	private final UpdateRequests requests;

	private final Cycles cycles;

	LookAtUpdates(UpdateRequests requests, Cycles cycles) {
		this.requests = requests;
		this.cycles = cycles;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		this.cycles.lock(cycle);
		execution.setVariable(UpdateProcess.ALL_SETTLED, this.requests.allSettled(cycle));
	}

}
