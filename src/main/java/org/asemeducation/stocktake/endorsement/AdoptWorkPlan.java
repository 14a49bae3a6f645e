package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Adopt work plan".
 */
@Component("adoptWorkPlan")
class AdoptWorkPlan implements JavaDelegate {

	private final Adoption adoption;

	AdoptWorkPlan(Adoption adoption) {
		this.adoption = adoption;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.adoption.adopt(new CycleName(execution.getProcessBusinessKey()));
	}

}
