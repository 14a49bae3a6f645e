package org.asemeducation.stocktake.cycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "End steps": the next of what runs for a closed cycle ends. What was written is in
 * the tables and stays.
 */
@Component("endSteps")
class EndSteps implements JavaDelegate {

	private final CloseCycleProcess process;

	EndSteps(CloseCycleProcess process) {
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CloseCycleProcess.answerEnded(execution, this.process.endNext(execution.getProcessBusinessKey()));
	}

}
