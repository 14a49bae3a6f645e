package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Open round".
 */
@Component("openRound")
class OpenRound implements JavaDelegate {

	private final RoundActs rounds;

	OpenRound(RoundActs rounds) {
		this.rounds = rounds;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		this.rounds.open(cycle);
	}

}
