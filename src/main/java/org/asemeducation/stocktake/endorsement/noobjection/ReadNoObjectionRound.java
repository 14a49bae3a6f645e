package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read no-objection round".
 */
@Component("readNoObjectionRound")
class ReadNoObjectionRound implements JavaDelegate {

	private final RoundActs rounds;

	ReadNoObjectionRound(RoundActs rounds) {
		this.rounds = rounds;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		NoObjectionProcess.ahead(execution, this.rounds.ahead(cycle));
	}

}
