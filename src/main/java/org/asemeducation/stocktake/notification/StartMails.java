package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.notification.escalation.Escalating;
import org.asemeducation.stocktake.notification.reach.Mendings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Start mails" in {@code reminder.bpmn}: every mail that has no process gets one, those
 * of an earlier hour included.
 */
@Component("startMails")
class StartMails implements JavaDelegate {

	private final PickUpMails mails;

	private final Mendings mendings;

	private final Escalating escalating;

	StartMails(PickUpMails mails, Mendings mendings, Escalating escalating) {
		this.mails = mails;
		this.mendings = mendings;
		this.escalating = escalating;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.mendings.lookAfter();
		this.escalating.lookAfter();
		this.mails.startNowAndAfterCommit();
	}

}
