package org.asemeducation.stocktake.watch.log;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * An installation with a database of its own writes its log as lines of JSON, for the
 * machine that collects them; the demonstration writes for whoever looks at it. A setting
 * says otherwise: {@code logging.structured.format.console}, empty for plain text.
 */
final class StructuredLogs implements EnvironmentPostProcessor {

	private static final String FORMAT = "logging.structured.format.console";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))
				&& !environment.containsProperty(FORMAT)) {
			environment.getPropertySources().addLast(new MapPropertySource("structuredLogs", Map.of(FORMAT, "ecs")));
		}
	}

}
