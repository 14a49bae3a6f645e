package org.asemeducation.stocktake.notification.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Queue escalation".
 */
@Component("queueEscalation")
class QueueEscalation implements JavaDelegate {

	private final EscalationMails mails;

	QueueEscalation(EscalationMails mails) {
		this.mails = mails;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.mails.queue(EscalateProcess.key(execution));
	}

}
