package org.asemeducation.stocktake.access;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every minute whose last day as a contact is over, on nodes whose job executor
 * runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class EndTermsSchedule {

	private final ChangeRegister register;

	EndTermsSchedule(ChangeRegister register) {
		this.register = register;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void endTerms() {
		this.register.endTerms();
	}

}
