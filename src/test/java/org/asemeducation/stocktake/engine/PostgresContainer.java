package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerNetwork;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * A container that ends with the run, not with a Spring context. One whose run was killed
 * is removed by a later run.
 */
final class PostgresContainer extends PostgreSQLContainer<PostgresContainer> {

	private static final Map<String, String> LABEL = Map.of("org.asemeducation.stocktake", "tests");

	private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(3);

	private static final int MILLISECONDS_TO_ANSWER = 1000;

	private final Supplier<String> direct = SingletonSupplier.of(this::address);

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

	/**
	 * Straight to the container where this machine reaches it: the engine's own proxy
	 * before it takes more time than most statements.
	 */
	@Override
	public String getJdbcUrl() {
		return this.direct.get();
	}

	private String address() {
		String published = super.getJdbcUrl();
		return getContainerInfo().getNetworkSettings()
			.getNetworks()
			.values()
			.stream()
			.map(ContainerNetwork::getIpAddress)
			.filter((address) -> StringUtils.hasText(address) && answers(address))
			.findFirst()
			.map((address) -> published.replace("%s:%d".formatted(getHost(), getMappedPort(POSTGRESQL_PORT)),
					"%s:%d".formatted(address, POSTGRESQL_PORT)))
			.orElse(published);
	}

	private static boolean answers(String address) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, POSTGRESQL_PORT), MILLISECONDS_TO_ANSWER);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void stop() {
		// the contexts share it
	}

}
