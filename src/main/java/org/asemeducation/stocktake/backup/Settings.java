package org.asemeducation.stocktake.backup;

import java.util.Map;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Nothing but the settings that the application would start with: files, variables,
 * properties.
 */
final class Settings {

	private Settings() {
	}

	static ConfigurableEnvironment read() {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("command",
					Map.of("stocktake.embedded-database", false, "logging.level.root", "ERROR")));
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.environment(environment)
			.run()) {
			return context.getEnvironment();
		}
	}

}
