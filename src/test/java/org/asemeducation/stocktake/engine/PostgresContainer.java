package org.asemeducation.stocktake.engine;

import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.SpringApplication;

/**
 * A container that outlives every Spring context of a run and ends after the last.
 */
final class PostgresContainer extends PostgreSQLContainer<PostgresContainer> {

	PostgresContainer(String image) {
		super(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
		withDatabaseName("stocktake");
		withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
		SpringApplication.getShutdownHandlers().add(super::stop);
	}

	@Override
	public void stop() {
		// the contexts share it
	}

}
