package org.asemeducation.stocktake.engine;

import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that ends with the run, not with a Spring context.
 */
final class PostgresContainer extends PostgreSQLContainer<PostgresContainer> {

	PostgresContainer(String image) {
		super(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
		withDatabaseName("stocktake");
		withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
		Runtime.getRuntime().addShutdownHook(new Thread(super::stop, "postgres-container"));
	}

	@Override
	public void stop() {
		// the contexts share it
	}

}
