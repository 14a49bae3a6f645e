package org.asemeducation.stocktake.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that ends with the run, not with a Spring context. One whose run was killed
 * is removed by a later run.
 */
final class PostgresContainer extends PostgreSQLContainer<PostgresContainer> {

	private static final Map<String, String> LABEL = Map.of("org.asemeducation.stocktake", "tests");

	private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(3);

	PostgresContainer(String image) {
		super(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
		withDatabaseName("stocktake");
		withLabels(LABEL);
		withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
		LastAct.of(super::stop);
	}

	static void removeLeftOvers(DockerClient docker) {
		long newest = Instant.now().minus(LONGER_THAN_ANY_RUN).getEpochSecond();
		docker.listContainersCmd()
			.withLabelFilter(LABEL)
			.withShowAll(true)
			.exec()
			.stream()
			.filter((container) -> container.getCreated() < newest)
			.forEach((container) -> docker.removeContainerCmd(container.getId())
				.withForce(true)
				.withRemoveVolumes(true)
				.exec());
	}

	@Override
	public void stop() {
		// the contexts share it
	}

}
