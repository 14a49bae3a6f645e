package org.asemeducation.stocktake.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Deliver mail" in {@code mail.bpmn}; the model says when a failure is tried again.
 */
@Component("deliverMail")
class DeliverMail implements JavaDelegate {

	private final Delivery delivery;

	DeliverMail(Delivery delivery) {
		this.delivery = delivery;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.delivery.deliver(MailProcess.mail(execution));
	}

}
