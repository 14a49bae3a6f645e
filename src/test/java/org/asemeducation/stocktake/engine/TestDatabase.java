package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/**
 * The one database of a test run, with the whole schema in it.
 */
public final class TestDatabase {

	private static final DataSource MIGRATED = start();

	private TestDatabase() {
	}

	/**
	 * The database all tests share.
	 * @return a data source on the migrated schema
	 */
	public static DataSource dataSource() {
		return MIGRATED;
	}

	private static DataSource start() {
		try {
			DataSource database = EmbeddedPostgres.start().getPostgresDatabase();
			Flyway.configure().dataSource(database).javaMigrations(new V001__CreateEngineTables()).load().migrate();
			return database;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
