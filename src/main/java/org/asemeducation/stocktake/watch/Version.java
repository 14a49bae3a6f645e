package org.asemeducation.stocktake.watch;

import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/**
 * What runs here. What did not come in a jar, such as our own classes in a test, has no
 * version.
 */
@Component
class Version implements InfoContributor {

	@Override
	public void contribute(Info.Builder info) {
		info.withDetail("stocktake", Map.of("version", of(Version.class), "engine", of(ProcessEngine.class),
				"springBoot", SpringBootVersion.getVersion()));
	}

	/** What the jar says that a class came in. */
	static String of(Class<?> type) {
		return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "unknown");
	}

}
