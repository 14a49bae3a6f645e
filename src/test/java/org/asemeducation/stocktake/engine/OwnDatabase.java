package org.asemeducation.stocktake.engine;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives a Spring context of a test an empty database for itself; the context migrates it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class OwnDatabase {

	@Bean
	JdbcConnectionDetails databaseOfThisContext() {
		return TestDatabase.fresh();
	}

}
