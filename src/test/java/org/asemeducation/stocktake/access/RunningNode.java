package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.StocktakeApplication;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.awaitility.Awaitility;

/**
 * A node of an installation of its own, in a process of its own.
 */
final class RunningNode {

	static final String ADMINISTRATOR = "first.administrator@stocktake.example";

	static final String PASSWORD = "Correct-Horse-7-Battery";

	private final int port = freePort();

	private final Path log;

	private final Process process;

	/**
	 * Starts one; it is not ready yet.
	 * @param name what its log is called
	 * @param folder where its log and the mails go
	 */
	RunningNode(String name, TestDatabase.Address database, Path folder, String... settings) {
		this.log = folder.resolve(name + ".log");
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-cp", System.getProperty("java.class.path"),
				StocktakeApplication.class.getName(), "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(), "--stocktake.outbox=" + folder.resolve("outbox"),
				"--stocktake.public-url=https://stocktake.example", "--stocktake.admin.email=" + ADMINISTRATOR,
				"--stocktake.admin.password=" + PASSWORD, "--server.port=" + this.port));
		command.addAll(List.of(settings));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.log.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RunningNode awaitReady() {
		Awaitility.await(this.log.toString()).atMost(Duration.ofMinutes(5)).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The node did not start:\n" + log());
			}
			return log().contains("Stocktake is ready");
		});
		return this;
	}

	URI root() {
		return URI.create("http://localhost:" + this.port);
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks it to stop, as a service manager does.
	 */
	void stop() {
		this.process.destroy();
	}

	boolean takesRequests() {
		try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return connection.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
