package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read round".
 */
@Component("readRound")
class ReadRound implements JavaDelegate {

	private final Speaking speaking;

	ReadRound(Speaking speaking) {
		this.speaking = speaking;
	}

	@Override
	public void execute(DelegateExecution execution) {
		execution.setVariable(RoundProcess.SAID_IN_ROUND,
				this.speaking.read(new CycleName(execution.getProcessBusinessKey())));
	}

}
