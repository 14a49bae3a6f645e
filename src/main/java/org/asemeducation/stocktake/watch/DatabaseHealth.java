package org.asemeducation.stocktake.watch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the database answers.
 */
class DatabaseHealth implements HealthIndicator {

	private final JdbcClient jdbc;

	DatabaseHealth(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Health health() {
		return Health.up()
			.withDetail("version", this.jdbc.sql("show server_version").query(String.class).single())
			.build();
	}

}
