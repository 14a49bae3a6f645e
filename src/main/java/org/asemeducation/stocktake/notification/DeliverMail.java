package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.notification.reach.Mendings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Deliver mail" in {@code mail.bpmn}; the model says when a failure is tried again.
 */
@Component("deliverMail")
class DeliverMail implements JavaDelegate {

	private final Delivery delivery;

	private final Mendings mendings;

	DeliverMail(Delivery delivery, Mendings mendings) {
		this.delivery = delivery;
		this.mendings = mendings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean receives = this.delivery.deliver(MailProcess.mail(execution));
		if (!receives) {
			this.mendings.lookAfter();
		}
		MailProcess.answerAddresseeReceivesMail(execution, receives);
	}

}
