package org.asemeducation.stocktake.notification;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Picks up mails, and asks who has become a contact since, every minute, on nodes whose
 * job executor runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class PickUpSchedule {

	private final PickUpMails mails;

	private final LateContacts lateContacts;

	PickUpSchedule(PickUpMails mails, LateContacts lateContacts) {
		this.mails = mails;
		this.lateContacts = lateContacts;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void pickUp() {
		this.lateContacts.ask();
		this.mails.pickUp();
	}

}
