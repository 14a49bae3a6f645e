package org.asemeducation.stocktake.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Note taking back": what was taken back is not accepted.
 */
@Component("noteTakingBack")
class NoteTakingBack implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		execution.setVariable(ReviewProcess.UPDATE_ACCEPTED, false);
	}

}
