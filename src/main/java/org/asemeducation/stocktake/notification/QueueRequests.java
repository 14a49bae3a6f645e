package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Queue requests" in {@code cycle.bpmn}: everybody is asked in one mail.
 */
@Component("queueRequests")
class QueueRequests implements JavaDelegate {

	private final Requests requests;

	QueueRequests(Requests requests) {
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.requests.queue(new CycleName(execution.getProcessBusinessKey()));
	}

}
