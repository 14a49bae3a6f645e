package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read adoption".
 */
@Component("readAdoption")
class ReadAdoption implements JavaDelegate {

	private final Adoption adoption;

	ReadAdoption(Adoption adoption) {
		this.adoption = adoption;
	}

	@Override
	public void execute(DelegateExecution execution) {
		execution.setVariable(EndorsementProcess.WORK_PLAN_ADOPTED,
				this.adoption.isDecided(new CycleName(execution.getProcessBusinessKey())));
	}

}
