package org.asemeducation.stocktake.engine;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The migrations of this release, for whoever needs a schema without the application.
 */
public final class SchemaHistory {

	private SchemaHistory() {
	}

	/**
	 * Flyway as the application has it.
	 * @param dataSource the database
	 * @return to be completed and loaded
	 */
	public static FluentConfiguration of(DataSource dataSource) {
		return Flyway.configure().dataSource(dataSource).javaMigrations(new V001__CreateEngineTables());
	}

}
