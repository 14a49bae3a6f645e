package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Close round".
 */
@Component("closeRound")
class CloseRound implements JavaDelegate {

	private final RoundActs rounds;

	CloseRound(RoundActs rounds) {
		this.rounds = rounds;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		NoObjectionProcess.objected(execution, this.rounds.close(cycle));
	}

}
