package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Settle update".
 */
@Component("settleUpdate")
class SettleUpdate implements JavaDelegate {

	private final Settlement settlement;

	SettleUpdate(Settlement settlement) {
		this.settlement = settlement;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.settlement.accepted(UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey())));
	}

}
