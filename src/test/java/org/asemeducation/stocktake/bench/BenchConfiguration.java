package org.asemeducation.stocktake.bench;

import java.nio.file.Path;
import java.time.Instant;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.cockpit.Board;
import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.FirstPlanPage;
import org.asemeducation.stocktake.update.DeskWork;
import org.asemeducation.stocktake.update.Submitter;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on an embedded PostgreSQL that is as safe as the one people use,
 * with a clock that moves when told. It begins with nothing, or with what lies in the
 * folder that {@code -Dbench.kept} names.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ Calendars.class, Jobs.class, Submitter.class, DeskWork.class, Board.class, FirstPlanPage.class })
class BenchConfiguration {

	private static final Path DATA = Path.of("target/bench-data");

	@Bean(destroyMethod = "close")
	EmbeddedDatabase embeddedDatabase() throws java.io.IOException {
		String kept = System.getProperty("bench.kept", "");
		if (kept.isEmpty()) {
			FileSystemUtils.deleteRecursively(DATA);
		}
		return EmbeddedDatabase.open(kept.isEmpty() ? DATA : Path.of(kept));
	}

	@Bean
	JdbcConnectionDetails databaseOfTheBench(EmbeddedDatabase database) {
		return new JdbcConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return database.url();
			}

			@Override
			public String getUsername() {
				return database.username();
			}

			@Override
			public String getPassword() {
				return database.password();
			}
		};
	}

	@Bean
	SimulatedClock clock() {
		return new SimulatedClock(Instant.parse("2029-01-08T08:00:00Z"));
	}

}
