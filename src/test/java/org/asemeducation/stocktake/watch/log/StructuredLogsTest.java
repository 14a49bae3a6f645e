package org.asemeducation.stocktake.watch.log;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class StructuredLogsTest {

	private static final String FORMAT = "logging.structured.format.console";

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void anInstallationWithADatabaseOfItsOwnWritesJson() {
		this.environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/stocktake");

		assertThat(format()).isEqualTo("ecs");
	}

	@Test
	void theDemonstrationWritesForPeople() {
		assertThat(format()).isNull();
	}

	@Test
	void aSettingSaysOtherwise() {
		this.environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/stocktake");
		this.environment.setProperty(FORMAT, "");

		assertThat(format()).isEmpty();
	}

	private String format() {
		new StructuredLogs().postProcessEnvironment(this.environment, new SpringApplication());
		return this.environment.getProperty(FORMAT);
	}

}
