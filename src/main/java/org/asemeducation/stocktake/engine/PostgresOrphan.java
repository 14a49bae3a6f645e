package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server that {@code postmaster.pid} names although no Stocktake holds the folder: a
 * killed run left it behind.
 */
final class PostgresOrphan {

	private final Path cluster;

	private final long process;

	private PostgresOrphan(Path cluster, long process) {
		this.cluster = cluster;
		this.process = process;
	}

	static Optional<PostgresOrphan> of(Path cluster) throws IOException {
		Path file = file(cluster);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(file);
		long process = (!lines.isEmpty() && lines.get(0).strip().matches("\\d{1,18}"))
				? Long.parseLong(lines.get(0).strip()) : 0;
		return Optional.of(new PostgresOrphan(cluster, process));
	}

	private static Path file(Path cluster) {
		return cluster.resolve("postmaster.pid");
	}

	/**
	 * Whether the process is a PostgreSQL on this folder, not one that got the number
	 * since.
	 */
	boolean isAlive() {
		return ProcessHandle.of(this.process).filter(ProcessHandle::isAlive).filter(this::worksHere).isPresent();
	}

	private boolean worksHere(ProcessHandle handle) {
		ProcessHandle.Info info = handle.info();
		boolean postgres = info.command()
			.map((command) -> Path.of(command).getFileName().toString().startsWith("postgres"))
			.orElse(false);
		// Windows tells no arguments
		boolean here = info.arguments()
			.map((arguments) -> Arrays.asList(arguments).contains(this.cluster.toString()))
			.orElse(true);
		return postgres && here;
	}

	/**
	 * Removes what a server that is gone has left, which would keep the next from
	 * starting where another process has its number.
	 */
	void forget() throws IOException {
		if (ProcessHandle.of(this.process).isPresent()) {
			Files.deleteIfExists(file(this.cluster));
		}
	}

	long process() {
		return this.process;
	}

}
