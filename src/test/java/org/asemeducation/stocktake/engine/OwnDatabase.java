package org.asemeducation.stocktake.engine;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Gives a Spring context of a test a database for itself, with the whole schema and no
 * rows.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(OneConnectionEach.class)
public class OwnDatabase {

	@Bean
	JdbcConnectionDetails databaseOfThisContext() {
		return TestDatabase.migrated();
	}

}
