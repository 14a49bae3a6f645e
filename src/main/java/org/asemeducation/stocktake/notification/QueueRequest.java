package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Queue request" in {@code update.bpmn}: a coordinator was found and is asked.
 */
@Component("queueRequest")
class QueueRequest implements JavaDelegate {

	private final Requests requests;

	QueueRequest(Requests requests) {
		this.requests = requests;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey update = BusinessKey.parse(execution.getProcessBusinessKey());
		this.requests.queueOne(new CycleName(update.cycle()), new InitiativeId(update.requiredPart()));
	}

}
