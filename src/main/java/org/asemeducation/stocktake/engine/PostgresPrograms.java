package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the programs of PostgreSQL, never with the powers of root: PostgreSQL refuses
 * them.
 */
final class PostgresPrograms {

	private final Path home;

	private final Unprivileged unprivileged;

	private PostgresPrograms(Path home, Unprivileged unprivileged) {
		this.home = home;
		this.unprivileged = unprivileged;
	}

	/**
	 * Gets the programs ready to work on a folder.
	 */
	static PostgresPrograms unpackedFor(Path folder) throws IOException {
		Path home = PostgresBinaries.unpack(folder);
		return new PostgresPrograms(home, Unprivileged.ableToUse(home, folder));
	}

	/**
	 * The major version of what {@link #run} runs.
	 */
	String majorVersion() throws IOException {
		String version = run("postgres", "--version");
		return version.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
	}

	/**
	 * Makes a folder that PostgreSQL made once the property of whoever runs it now.
	 */
	void own(Path folder) throws IOException {
		this.unprivileged.own(folder);
	}

	/**
	 * Runs one program to its end.
	 * @return what it printed
	 * @throws PostgresFailure if it ends with anything but 0
	 */
	String run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(this.unprivileged.prefix());
		command.add(this.home.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		// a file, since a server that pg_ctl leaves behind would keep a pipe open
		Path output = Files.createTempFile("stocktake-", ".out");
		try {
			int status = end(command, output);
			String text = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
			if (status != 0) {
				throw new PostgresFailure(program, text);
			}
			return text;
		}
		finally {
			deleteIfPossible(output);
		}
	}

	private static int end(List<String> command, Path output) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		process.getOutputStream().close();
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for " + command, ex);
		}
	}

	private static void deleteIfPossible(Path output) {
		try {
			Files.deleteIfExists(output);
		}
		catch (IOException ex) {
			output.toFile().deleteOnExit(); // Windows: the server still holds it
		}
	}

}
