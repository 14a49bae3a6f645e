package org.asemeducation.stocktake.watch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asemeducation.stocktake.engine.NodeClock;
import org.asemeducation.stocktake.notification.trouble.LastRuns;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.camunda.bpm.engine.RepositoryService;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The parts of our health; a bean's name without its ending is what the part is called.
 * Whether a node lives depends on none of them, whether it gets requests on database and
 * engine alone: {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration implements DisposableBean {

	/** Shorter than any balancer's pause between two questions. */
	private static final Duration FRESH = Duration.ofSeconds(2);

	/** A mail server is not to be asked by everybody at any time. */
	private static final Duration RECENT = Duration.ofMinutes(1);

	private final ExecutorService looks = Executors.newCachedThreadPool(threads());

	@Bean
	HealthIndicator databaseHealthIndicator(JdbcClient jdbc) {
		return watched(new DatabaseHealth(jdbc), FRESH);
	}

	@Bean
	HealthIndicator engineHealthIndicator(RepositoryService repository) {
		return watched(new EngineHealth(repository), FRESH);
	}

	@Bean
	HealthIndicator clockHealthIndicator(NodeClock clock) {
		return watched(new ClockHealth(clock), FRESH);
	}

	@Bean
	HealthIndicator mailHealthIndicator(MailTransport transport) {
		return watched(new MailHealth(transport), RECENT);
	}

	@Bean
	HealthIndicator remindersHealthIndicator(LastRuns runs) {
		return watched(new RemindersHealth(runs), FRESH);
	}

	private HealthIndicator watched(HealthIndicator look, Duration holds) {
		return new Watched(look, holds, Watched.MOMENT, this.looks, System::nanoTime);
	}

	private static CustomizableThreadFactory threads() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("health-");
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public void destroy() {
		this.looks.shutdownNow();
	}

}
