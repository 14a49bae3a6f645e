package org.asemeducation.stocktake.access;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register for tests that need parties and no people.
 */
public final class TestRegister {

	private TestRegister() {
	}

	public static Register on(DataSource database) {
		return new JdbcRegister(JdbcClient.create(database));
	}

}
