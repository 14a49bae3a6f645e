package org.asemeducation.stocktake.cycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Open the cycle": starts the cycle whose calendar was proposed.
 */
@Component("openCycle")
class OpenCycle implements JavaDelegate {

	private final Cycles cycles;

	private final CycleProcess process;

	OpenCycle(Cycles cycles, CycleProcess process) {
		this.cycles = cycles;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.process.open(this.cycles.get(new CycleName(execution.getProcessBusinessKey())));
	}

}
