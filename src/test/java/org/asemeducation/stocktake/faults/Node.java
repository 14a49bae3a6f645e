package org.asemeducation.stocktake.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Visitor;
import org.awaitility.Awaitility;

/**
 * One Stocktake in a process of its own. What it says goes to a file.
 */
final class Node {

	private static final Duration LONGEST_START = Duration.ofMinutes(3);

	private final int port = freePort();

	private final List<String> command = new ArrayList<>();

	private final Path log;

	private volatile Process process;

	/**
	 * A node that is not running yet.
	 * @param log where its output goes
	 * @param main the class to start
	 * @param settings as on the command line
	 */
	Node(Path log, Class<?> main, List<String> settings) {
		this.log = log;
		this.command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-cp",
				System.getProperty("java.class.path"), main.getName(), "--server.port=" + this.port));
		this.command.addAll(settings);
	}

	Node start() throws IOException {
		this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
		return this;
	}

	void startAgain() {
		try {
			start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Node awaitReady() {
		Awaitility.await()
			.atMost(LONGEST_START)
			.pollInterval(Duration.ofMillis(200))
			.failFast("the node ended: see " + this.log, () -> !this.process.isAlive())
			.until(this::answers);
		return this;
	}

	/** SIGKILL: it has no chance to finish anything. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	void stop() {
		if (this.process != null && this.process.isAlive()) {
			this.process.destroy();
			this.process.onExit().join();
		}
	}

	Visitor visitor() {
		return new Visitor(root());
	}

	URI root() {
		return URI.create("http://localhost:" + this.port);
	}

	Path log() {
		return this.log;
	}

	private boolean answers() {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(root().resolve("/login")).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
