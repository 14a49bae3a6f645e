package org.asemeducation.stocktake.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * The containers of one Compose project.
 */
record Containers(String project) {

	String of(String service) {
		List<String> found = docker("ps", "--all", "--quiet", "--filter",
				"label=com.docker.compose.project=" + this.project, "--filter",
				"label=com.docker.compose.service=" + service)
			.lines()
			.toList();
		if (found.size() != 1) {
			throw new IllegalStateException(
					"%s has %d containers of %s".formatted(this.project, found.size(), service));
		}
		return found.get(0);
	}

	boolean isHealthy(String service) {
		return docker("inspect", "--format", "{{.State.Health.Status}}", of(service)).equals("healthy");
	}

	void awaitHealthy(String service) {
		Awaitility.await(service + " is healthy")
			.atMost(Duration.ofMinutes(8))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> isHealthy(service));
	}

	/**
	 * Asks a container to stop, and waits until it has.
	 * @return its exit code
	 */
	int stop(String service) {
		docker("stop", "--time", "45", of(service));
		return Integer.parseInt(docker("inspect", "--format", "{{.State.ExitCode}}", of(service)));
	}

	void kill(String service) {
		docker("kill", of(service));
	}

	void start(String service) {
		docker("start", of(service));
	}

	String log(String service) {
		return docker("logs", of(service));
	}

	/**
	 * What a command within a container answers.
	 */
	String in(String service, String... command) {
		String[] words = new String[command.length + 2];
		words[0] = "exec";
		words[1] = of(service);
		System.arraycopy(command, 0, words, 2, command.length);
		return docker(words);
	}

	private static String docker(String... words) {
		String[] command = new String[words.length + 1];
		command[0] = "docker";
		System.arraycopy(words, 0, command, 1, words.length);
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (process.waitFor() != 0) {
				throw new IllegalStateException("docker %s: %s".formatted(String.join(" ", words), said));
			}
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
