package org.asemeducation.stocktake.notification;

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

	StartMails(PickUpMails mails) {
		this.mails = mails;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.mails.startNowAndAfterCommit();
	}

}
