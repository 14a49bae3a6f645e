package org.asemeducation.stocktake.watch;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether the engine answers and has our models.
 */
class EngineHealth implements HealthIndicator {

	private final RepositoryService repository;

	EngineHealth(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public Health health() {
		long models = this.repository.createProcessDefinitionQuery().latestVersion().active().count();
		Health.Builder health = (models > 0) ? Health.up()
				: Health.down().withDetail("reason", "No model is deployed: start this node again.");
		return health.withDetail("version", Version.of(ProcessEngine.class)).withDetail("models", models).build();
	}

}
