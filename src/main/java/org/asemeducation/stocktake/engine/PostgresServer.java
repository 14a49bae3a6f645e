package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL server on one folder of a claimed {@link DataFolder}: made, started,
 * stopped.
 */
final class PostgresServer {

	static final String USER = "stocktake";

	static final String CLUSTER = "postgres";

	private static final int TRIES = 3;

	private final DataFolder folder;

	private final PostgresPrograms programs;

	private final Path cluster;

	private final Path log;

	PostgresServer(DataFolder folder, PostgresPrograms programs) {
		this.folder = folder;
		this.programs = programs;
		this.cluster = folder.resolve(CLUSTER);
		this.log = folder.resolve("postgres.log");
	}

	boolean exists() {
		return Files.exists(this.cluster, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Makes an empty database cluster; one that was interrupted leaves nothing in the
	 * way.
	 */
	void create(Path password, List<String> options) throws IOException {
		Path unfinished = this.folder.resolve("postgres.unfinished");
		FileSystemUtils.deleteRecursively(unfinished);
		List<String> arguments = new ArrayList<>(List.of("--pgdata=" + unfinished, "--username=" + USER,
				"--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions",
				"--set=listen_addresses=127.0.0.1", "--set=unix_socket_directories=", "--set=timezone=UTC",
				"--set=log_timezone=UTC", "--set=log_checkpoints=off"));
		arguments.addAll(options);
		this.programs.run("initdb", arguments.toArray(String[]::new));
		Files.move(unfinished, this.cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Starts the server on a port that is free now.
	 * @return the port, on 127.0.0.1 only
	 */
	int start() throws IOException {
		checkVersion();
		stopIfLeftBehind();
		this.programs.own(this.cluster);
		for (int attempt = 1;; attempt++) {
			int port = freePort();
			Files.deleteIfExists(this.log);
			try {
				this.programs.run("pg_ctl", "start", "--pgdata=" + this.cluster, "--log=" + this.log, "--wait",
						"--timeout=300", "--options=-p " + port);
				return port;
			}
			catch (PostgresFailure ex) {
				if (attempt == TRIES) {
					throw reason(ex);
				}
			}
		}
	}

	/**
	 * Stops the server; returns when all it knew is on disk.
	 */
	void stop() throws IOException {
		if (Files.exists(this.cluster.resolve("postmaster.pid"))) {
			this.programs.run("pg_ctl", "stop", "--pgdata=" + this.cluster, "--mode=fast", "--wait", "--timeout=60");
		}
	}

	/**
	 * Stops a server that a killed process left running here.
	 */
	void stopIfLeftBehind() throws IOException {
		PostgresOrphan.of(this.cluster).ifPresent(this::end);
	}

	private void end(PostgresOrphan orphan) {
		try {
			if (orphan.isAlive()) {
				stop();
			}
			else {
				orphan.forget();
			}
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseException(
					"The PostgreSQL that a killed Stocktake left on %s (process %d) could not be stopped: %s."
						.formatted(this.cluster, orphan.process(), ex.getMessage()),
					"End that process and start Stocktake again.", ex);
		}
	}

	private void checkVersion() throws IOException {
		Path file = this.cluster.resolve("PG_VERSION");
		String kept = Files.exists(file) ? Files.readString(file).strip() : "no known version";
		String ours = this.programs.majorVersion();
		if (!kept.equals(ours)) {
			throw new EmbeddedDatabaseException(
					"The data in %s were written by PostgreSQL %s, and this Stocktake brings PostgreSQL %s."
						.formatted(this.cluster, kept, ours),
					"Move the folder away to begin with an empty one, or carry the data over with pg_dump and pg_restore.");
		}
	}

	private PostgresFailure reason(PostgresFailure failure) throws IOException {
		return Files.exists(this.log) ? new PostgresFailure("postgres", Files.readString(this.log)) : failure;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
