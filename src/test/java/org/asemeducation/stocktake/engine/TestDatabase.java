package org.asemeducation.stocktake.engine;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The databases of a test run, all on one server: {@link TestServer} chooses it. Spring
 * contexts get theirs by {@link StocktakeDatabase}, which is another one than
 * {@link #dataSource()}.
 */
public final class TestDatabase {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestDatabase() {
	}

	/**
	 * The database all plain tests share.
	 * @return a data source with a pool, on the migrated schema
	 */
	public static DataSource dataSource() {
		return Shared.MIGRATED;
	}

	/**
	 * Creates one more empty database, without a schema.
	 * @return where it is
	 */
	public static Address fresh() {
		return create("template1");
	}

	/**
	 * Creates one more database with the whole schema and no rows: what a test takes that
	 * must be alone.
	 * @return where it is
	 */
	public static Address migrated() {
		return create(Template.NAME);
	}

	private static Address create(String template) {
		String name = "test_" + NUMBER.incrementAndGet();
		Address server = TestServer.running().address();
		JdbcClient.create(server.dataSource()).sql("create database %s template %s".formatted(name, template)).update();
		return new Address(server.url().replaceFirst("/\\w+(\\?.*)?$", "/" + name), server.username(),
				server.password());
	}

	/**
	 * Where a database is and who signs in.
	 */
	public record Address(String url, String username, String password) implements JdbcConnectionDetails {

		/**
		 * Connections to it, each a new one.
		 * @return a data source
		 */
		public DataSource dataSource() {
			return new DriverManagerDataSource(this.url, this.username, this.password);
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return this.username;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

	}

	private static final class Template {

		private static final String NAME = migrate();

		private static String migrate() {
			Address template = fresh();
			Flyway.configure()
				.dataSource(template.dataSource())
				.javaMigrations(new V001__CreateEngineTables())
				.load()
				.migrate();
			return template.url().substring(template.url().lastIndexOf('/') + 1);
		}

	}

	private static final class Shared {

		private static final DataSource MIGRATED = pool(migrated());

		private static DataSource pool(Address address) {
			HikariConfig pool = new HikariConfig();
			pool.setJdbcUrl(address.url());
			pool.setUsername(address.username());
			pool.setPassword(address.password());
			pool.setMinimumIdle(1);
			// a context that has it as a bean must not close it for all others
			return new DelegatingDataSource(new HikariDataSource(pool));
		}

	}

}
