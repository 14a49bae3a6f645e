package org.asemeducation.stocktake.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * "Claim due reminders" in {@code reminder.bpmn}.
 */
@Component("claimDueReminders")
class ClaimDueReminders implements JavaDelegate {

	private final Reminders reminders;

	ClaimDueReminders(Reminders reminders) {
		this.reminders = reminders;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.reminders.claimDue();
	}

}
