package org.asemeducation.stocktake.engine;

import org.testcontainers.containers.PostgreSQLContainer;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Gives a Spring context of a test the one database that all contexts share, on the
 * server that {@link TestServer} chose.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ StocktakeDatabase.InContainer.class, StocktakeDatabase.Embedded.class, OneConnectionEach.class })
public class StocktakeDatabase {

	@TestConfiguration(proxyBeanMethods = false)
	@Conditional(Docker.class)
	static class InContainer {

		@Bean
		@ServiceConnection
		PostgreSQLContainer<?> postgres() {
			return TestServer.running().container().orElseThrow();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Conditional(NoDocker.class)
	static class Embedded {

		@Bean
		JdbcConnectionDetails databaseOfAllContexts() {
			return TestServer.running().address();
		}

	}

	static class Docker implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return TestServer.running().container().isPresent();
		}

	}

	static class NoDocker extends Docker {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !super.matches(context, metadata);
		}

	}

}
