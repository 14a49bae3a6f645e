package org.asemeducation.stocktake.cycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Move timers": the requests and the freeze come on their days as they stand now.
 */
@Component("moveTimers")
class MoveTimers implements JavaDelegate {

	private final Cycles cycles;

	private final CycleProcess process;

	MoveTimers(Cycles cycles, CycleProcess process) {
		this.cycles = cycles;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.moveTimers(this.cycles.get(new CycleName(execution.getProcessBusinessKey())));
	}

}
