package org.asemeducation.stocktake.watch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.camunda.bpm.engine.RepositoryService;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
@ConditionalOnWebApplication
class HealthConfiguration implements DisposableBean {

	/** Shorter than any balancer's pause between two questions. */
	private static final Duration FRESH = Duration.ofSeconds(2);

	private final ExecutorService looks = Executors.newCachedThreadPool(threads());

	@Bean
	HealthIndicator databaseHealthIndicator(JdbcClient jdbc) {
		return watched(new DatabaseHealth(jdbc), FRESH);
	}

	@Bean
	HealthIndicator engineHealthIndicator(RepositoryService repository) {
		return watched(new EngineHealth(repository), FRESH);
	}

	private HealthIndicator watched(HealthIndicator look, Duration holds) {
		return new Watched(look, holds, this.looks, System::nanoTime);
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
