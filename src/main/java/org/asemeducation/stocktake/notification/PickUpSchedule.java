package org.asemeducation.stocktake.notification;

import java.util.concurrent.TimeUnit;

import org.asemeducation.stocktake.notification.information.InformationMails;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Picks up mails, asks who has become a contact since and tells who is for information,
 * every minute, on nodes whose job executor runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class PickUpSchedule {

	private final PickUpMails mails;

	private final LateContacts lateContacts;

	private final InformationMails information;

	PickUpSchedule(PickUpMails mails, LateContacts lateContacts, InformationMails information) {
		this.mails = mails;
		this.lateContacts = lateContacts;
		this.information = information;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void pickUp() {
		this.lateContacts.ask();
		this.information.queueDue();
		this.mails.pickUp();
	}

}
