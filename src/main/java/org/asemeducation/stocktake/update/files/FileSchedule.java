package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Clears away once a day what is left of files: those that no text refers to, and what a
 * node that died was receiving. On nodes whose job executor runs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class FileSchedule {

	private static final Logger log = LoggerFactory.getLogger(FileSchedule.class);

	private final Removing removing;

	private final FileSettings settings;

	private final Clock clock;

	FileSchedule(Removing removing, FileSettings settings, Clock clock) {
		this.removing = removing;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
	void clearAway() {
		int forgotten = this.removing.forget();
		if (forgotten > 0) {
			log.info("{} files that no update refers to were deleted.", forgotten);
		}
		clearFolder();
	}

	void clearFolder() {
		try (Stream<Path> left = Files.list(this.settings.place())) {
			left.filter((file) -> file.getFileName().toString().startsWith(Arrival.PREFIX))
				.filter(this::isOld)
				.toList()
				.forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			log.warn("What is left of files in {} could not be cleared away ({}).", this.settings.place(),
					ex.toString());
		}
	}

	private boolean isOld(Path file) {
		try {
			return Files.getLastModifiedTime(file).toInstant().isBefore(this.clock.instant().minus(Duration.ofDays(1)));
		}
		catch (IOException ex) {
			return false; // gone meanwhile
		}
	}

}
