package org.asemeducation.stocktake.notification.bounce;

import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.StringUtils;

/**
 * Reads the mailbox every five minutes where one is configured, on nodes whose job
 * executor runs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class BounceSchedule {

	private static final Logger log = LoggerFactory.getLogger(BounceSchedule.class);

	private final BounceSettings settings;

	private final BounceMailbox mailbox;

	BounceSchedule(BounceSettings settings, BounceMailbox mailbox) {
		this.settings = settings;
		this.mailbox = mailbox;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
	void read() {
		if (!StringUtils.hasText(this.settings.host())) {
			return;
		}
		try {
			this.mailbox.read(this.settings);
		}
		catch (MessagingException | RuntimeException ex) {
			log.warn("The mailbox for bounces could not be read ({}); it is tried again in five minutes.",
					ex.getClass().getSimpleName());
		}
	}

}
