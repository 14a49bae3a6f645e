package org.asemeducation.stocktake.notification;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Works out the mail plans of large cycles before somebody waits for them, on nodes whose
 * job executor runs.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class WorkAheadSchedule {

	private final KeptPlans plans;

	WorkAheadSchedule(KeptPlans plans) {
		this.plans = plans;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void workAhead() {
		this.plans.workAhead();
	}

}
