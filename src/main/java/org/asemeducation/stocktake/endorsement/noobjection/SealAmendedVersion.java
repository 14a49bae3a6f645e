package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Seal amended version".
 */
@Component("sealAmendedVersion")
class SealAmendedVersion implements JavaDelegate {

	private final EndorsementActs endorsement;

	SealAmendedVersion(EndorsementActs endorsement) {
		this.endorsement = endorsement;
	}

	@Override
	public void execute(DelegateExecution execution) {
		CycleName cycle = new CycleName(execution.getProcessBusinessKey());
		this.endorsement.sealAmendedVersion(cycle);
	}

}
