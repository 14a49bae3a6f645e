package org.asemeducation.stocktake.plan.change;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every minute whether the day of a change of the plan has come, on nodes whose job
 * executor runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class PutInForceSchedule {

	private final ChangePlan plan;

	PutInForceSchedule(ChangePlan plan) {
		this.plan = plan;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void putInForce() {
		this.plan.putInForce();
	}

}
