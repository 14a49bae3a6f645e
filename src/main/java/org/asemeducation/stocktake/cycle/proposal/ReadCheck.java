package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read check".
 */
@Component("readCheck")
class ReadCheck implements JavaDelegate {

	private final Proposals proposals;

	ReadCheck(Proposals proposals) {
		this.proposals = proposals;
	}

	@Override
	public void execute(DelegateExecution execution) {
		long id = Proposal.number(BusinessKey.parse(execution.getProcessBusinessKey()));
		ProposalProcess.checkedAs(execution, this.proposals.find(id).orElseThrow().state());
	}

}
