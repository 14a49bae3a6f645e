package org.asemeducation.stocktake.engine;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one PostgreSQL server of a test run: a container where a Docker engine answers and
 * has the image or can pull it, else the embedded one.
 * {@code -Dstocktake.test.database=docker} (or {@code embedded}) leaves no choice.
 */
final class TestServer {

	private static final Logger log = LoggerFactory.getLogger(TestServer.class);

	private static final TestServer RUNNING = start(System.getProperty("stocktake.test.database", "any"));

	private final Optional<PostgresContainer> container;

	private final Optional<EmbeddedDatabase> embedded;

	private TestServer(Optional<PostgresContainer> container, Optional<EmbeddedDatabase> embedded) {
		this.container = container;
		this.embedded = embedded;
	}

	static TestServer running() {
		return RUNNING;
	}

	private static TestServer start(String wanted) {
		return switch (wanted) {
			case "any", "docker" -> dockerOrElse(wanted);
			case "embedded" -> embedded("stocktake.test.database asks for it");
			default -> throw new IllegalArgumentException(
					"stocktake.test.database is '%s': it takes docker or embedded.".formatted(wanted));
		};
	}

	private static TestServer dockerOrElse(String wanted) {
		try {
			PostgresContainer container = DockerEngine.start();
			log.info("Tests use PostgreSQL in Docker ({}), since a Docker engine answers", DockerEngine.IMAGE);
			return new TestServer(Optional.of(container), Optional.empty());
		}
		catch (DockerEngine.UnusableException ex) {
			if (wanted.equals("docker")) {
				throw new IllegalStateException(
						"stocktake.test.database asks for Docker, but %s.".formatted(ex.getMessage()), ex);
			}
			return embedded(ex.getMessage());
		}
	}

	private static TestServer embedded(String why) {
		log.info("Tests use the embedded PostgreSQL, since {}", why);
		return new TestServer(Optional.empty(), Optional.of(EmbeddedDatabase.throwAway()));
	}

	/**
	 * The container, when the server is one.
	 */
	Optional<PostgresContainer> container() {
		return this.container;
	}

	/**
	 * The database that exists from the start, for the Spring contexts.
	 */
	TestDatabase.Address address() {
		return this.container
			.map((server) -> new TestDatabase.Address(server.getJdbcUrl(), server.getUsername(), server.getPassword()))
			.or(() -> this.embedded
				.map((server) -> new TestDatabase.Address(server.url(), server.username(), server.password())))
			.orElseThrow();
	}

}
