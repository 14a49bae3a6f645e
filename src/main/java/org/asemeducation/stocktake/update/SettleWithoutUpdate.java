package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Settle without update".
 */
@Component("settleWithoutUpdate")
class SettleWithoutUpdate implements JavaDelegate {

	private final Settlement settlement;

	SettleWithoutUpdate(Settlement settlement) {
		this.settlement = settlement;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.settlement.withoutUpdate(UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey())));
	}

}
