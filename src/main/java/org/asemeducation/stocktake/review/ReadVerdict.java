package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read verdict".
 */
@Component("readVerdict")
class ReadVerdict implements JavaDelegate {

	private final Verdicts verdicts;

	ReadVerdict(Verdicts verdicts) {
		this.verdicts = verdicts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		UpdateKey key = UpdateKey.of(BusinessKey.parse(execution.getProcessBusinessKey()));
		execution.setVariable(ReviewProcess.UPDATE_ACCEPTED, this.verdicts.onLatest(key).orElseThrow());
	}

}
