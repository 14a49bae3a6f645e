package org.asemeducation.stocktake.engine;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives an application that was started without a database one of its own, and with it
 * the demonstration, which must not be reached from other machines.
 */
class EmbeddedDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String URL = "spring.datasource.url";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (isWanted(environment)) {
			EmbeddedDatabase database = EmbeddedDatabase
				.open(Path.of(environment.getProperty("stocktake.data", "./data")));
			// closes when the start fails before there are beans
			LastAct.of(database::close);
			// registered first, so destroyed last
			((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("embeddedDatabase",
					database::close);
			InterruptedDemonstration.clearAway(database,
					Path.of(environment.getProperty("stocktake.outbox", "./data/outbox")));
			environment.getPropertySources()
				.addFirst(new MapPropertySource("embeddedDatabase",
						Map.of(URL, database.url(), "spring.datasource.username", database.username(),
								"spring.datasource.password", database.password(), "stocktake.demo.enabled", true,
								"stocktake.secure-cookies", false, "server.address", "127.0.0.1")));
		}
	}

	private static boolean isWanted(ConfigurableEnvironment environment) {
		String url = environment.getProperty(URL);
		if (url == null) {
			return environment.getProperty("stocktake.embedded-database", Boolean.class, true);
		}
		if (!StringUtils.hasText(url)) {
			throw new EmbeddedDatabaseException("SPRING_DATASOURCE_URL is set, but to nothing.",
					"Set it to the JDBC address of a PostgreSQL, or remove it to start with the embedded database.");
		}
		if (environment.getProperty("stocktake.demo.enabled", Boolean.class, false)) {
			throw new EmbeddedDatabaseException("STOCKTAKE_DEMO_ENABLED is set beside a database of your own.",
					"Remove it: the demonstration, whose password everybody knows, exists on the embedded database only.");
		}
		return false;
	}

}
