package org.asemeducation.stocktake.watch;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.NodeClock;
import org.asemeducation.stocktake.engine.NodeJobs;
import org.asemeducation.stocktake.notification.trouble.LastRuns;

import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/**
 * Puts our figures beside Boot's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FiguresConfiguration {

	private static final String ENDING = "HealthIndicator";

	@Bean
	Figures figures(Map<String, HealthIndicator> health, JdbcClient jdbc, LastRuns runs, NodeJobs jobs,
			NodeClock nodeClock, Clock clock) throws IOException {
		Map<String, HealthIndicator> parts = health.entrySet()
			.stream()
			.filter((part) -> part.getValue() instanceof Watched)
			.collect(Collectors.toMap((part) -> part.getKey().replace(ENDING, ""), Map.Entry::getValue));
		return new Figures(models(), parts, new Counting(jdbc, clock, System::nanoTime), runs, jobs, nodeClock, clock);
	}

	/** A model's file bears the name of its process. */
	private static List<String> models() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/**/*.bpmn"))
			.map(Resource::getFilename)
			.map(StringUtils::stripFilenameExtension)
			.sorted()
			.toList();
	}

}
