package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Close extended update".
 */
@Component("closeExtendedUpdate")
class CloseExtendedUpdate implements JavaDelegate {

	private final EndOfExtension endOfExtension;

	CloseExtendedUpdate(EndOfExtension endOfExtension) {
		this.endOfExtension = endOfExtension;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.endOfExtension.close(UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey())));
	}

}
