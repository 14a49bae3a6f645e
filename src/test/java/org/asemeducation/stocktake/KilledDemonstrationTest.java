package org.asemeducation.stocktake;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.EmbeddedDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Kills a Stocktake that is making its demonstration, as a person may who is tired of
 * waiting, and starts it again.
 */
class KilledDemonstrationTest {

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	@TempDir
	private Path folder;

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void end() {
		this.started.forEach((process) -> process.destroyForcibly().onExit().join());
		EmbeddedDatabase.open(data()).close(); // ends the server that a killed one has
												// left
	}

	@Test
	void demonstrationThatWasCutShortIsMadeAnew() throws Exception {
		// given
		int port = freePort();
		Process first = start(port);
		Awaitility.await().atMost(LONGEST_START).until(() -> mails() > 20);
		assertThatExceptionOfType(IOException.class).as("a port that is not open yet")
			.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
		first.destroyForcibly().onExit().join();
		assertThat(mails()).isGreaterThan(20);

		// when
		Process second = start(port);
		List<String> said = untilReady(second.inputReader());

		// then
		assertThat(said).anyMatch((line) -> line.contains("The demonstration was interrupted while it was made"))
			.anyMatch((line) -> line.contains("The demonstration is made, in "));
		assertThat(reports(port)).contains("An earlier cycle (demonstration)");
		second.destroy();
		second.onExit().join();
		try (EmbeddedDatabase database = EmbeddedDatabase.open(data())) {
			JdbcClient jdbc = JdbcClient.create(database.dataSource());
			assertThat(jdbc.sql("select count(*) from demonstration where completed_at is not null")
				.query(Long.class)
				.single()).isOne();
			assertThat(jdbc.sql("select state from cycle order by opened_at").query(String.class).list())
				.containsExactly("published", "gathering");
			assertThat(jdbc.sql("select count(*) from mail where state = 'sent'").query(Long.class).single())
				.isEqualTo(mails());
			assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
		}
	}

	private Process start(int port) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				StocktakeApplication.class.getName(), "--stocktake.embedded-database=true",
				"--stocktake.demo.cycle=true", "--stocktake.data=" + data(), "--stocktake.outbox=" + outbox(),
				"--server.port=" + port)
			.redirectErrorStream(true)
			.start();
		this.started.add(process);
		return process;
	}

	private static List<String> untilReady(BufferedReader output) throws IOException {
		List<String> said = new ArrayList<>();
		for (String line = output.readLine(); line != null
				&& !line.contains("Stocktake is ready"); line = output.readLine()) {
			said.add(line);
		}
		return said;
	}

	private static String reports(int port) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/reports")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private long mails() throws IOException {
		if (!Files.isDirectory(outbox())) {
			return 0;
		}
		try (Stream<Path> files = Files.list(outbox())) {
			return files.filter((file) -> file.toString().endsWith(".eml")).count();
		}
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private Path outbox() {
		return this.folder.resolve("outbox");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
