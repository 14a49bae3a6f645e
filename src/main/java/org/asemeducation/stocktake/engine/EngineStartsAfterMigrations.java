package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;

import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/**
 * Makes the engine wait for the migrations, which create its tables: every plugin is made
 * before the engine, and this one is made after them.
 */
@Component
class EngineStartsAfterMigrations extends AbstractProcessEnginePlugin {

	EngineStartsAfterMigrations(FlywayMigrationInitializer migrations) {
		// needing it is all there is to do
	}

}
