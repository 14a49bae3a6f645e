package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Settle late update".
 */
@Component("settleLateUpdate")
class SettleLateUpdate implements JavaDelegate {

	private final UpdateRequests requests;

	SettleLateUpdate(UpdateRequests requests) {
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.requests.takeIn(UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey())));
	}

}
