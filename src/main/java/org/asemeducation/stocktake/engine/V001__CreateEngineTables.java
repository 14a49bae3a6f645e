package org.asemeducation.stocktake.engine;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's own tables from the scripts in the engine's jar, so that one
 * history covers the whole schema.
 */
@Component
class V001__CreateEngineTables extends BaseJavaMigration {

	private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

	private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history",
			"decision.engine", "decision.history");

	@Override
	public void migrate(Context context) {
		ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();
		PARTS.forEach((part) -> scripts
			.addScript(new ClassPathResource(SCRIPTS.formatted(part), ProcessEngine.class.getClassLoader())));
		scripts.execute(new SingleConnectionDataSource(context.getConnection(), true));
	}

}
