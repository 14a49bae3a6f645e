package org.asemeducation.stocktake.notification;

import java.util.concurrent.TimeUnit;

import org.asemeducation.stocktake.engine.NodeClock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks every minute whether the secretariat is to be told of something, beside the jobs
 * and without them: what is wrong may be the jobs. On nodes whose job executor should run
 * and whose clock is right.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class AlertSchedule {

	private final Alerts alerts;

	private final AlertDelivery delivery;

	private final NodeClock clock;

	AlertSchedule(Alerts alerts, AlertDelivery delivery, NodeClock clock) {
		this.alerts = alerts;
		this.delivery = delivery;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void alert() {
		if (this.clock.isRight()) {
			this.alerts.tell();
			this.delivery.deliver();
		}
	}

}
