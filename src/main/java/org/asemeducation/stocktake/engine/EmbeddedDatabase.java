package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that Stocktake runs itself, so that nobody has to install one. It
 * listens on 127.0.0.1 alone and asks for a password. It stops when it is closed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String NAME = "stocktake";

	private static final List<String> UNSAFE_AND_FAST = List.of("--no-sync", "--set=fsync=off",
			"--set=synchronous_commit=off", "--set=full_page_writes=off");

	private final DataFolder folder;

	private final boolean kept;

	private final PostgresServer server;

	private final PostgresAccess access;

	private final AtomicBoolean open = new AtomicBoolean(true);

	private EmbeddedDatabase(DataFolder folder, boolean kept) throws IOException, SQLException {
		this.folder = folder;
		this.kept = kept;
		this.server = new PostgresServer(folder, PostgresPrograms.unpackedFor(folder.path()));
		PostgresPassword file = new PostgresPassword(folder.resolve(PostgresPassword.NAME));
		if (!this.server.exists()) {
			this.server.create(file.create(), kept ? List.of() : UNSAFE_AND_FAST);
		}
		String password = file.read();
		this.access = new PostgresAccess(this.server.start(), password);
		createDatabase();
	}

	private void createDatabase() throws SQLException {
		try {
			this.access.createDatabase(NAME);
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Opens the database kept in a folder and makes it where there is none.
	 * @param data the folder that holds all of Stocktake's data
	 * @return the running database
	 * @throws EmbeddedDatabaseException if it cannot run; says why and what to do
	 */
	public static EmbeddedDatabase open(Path data) {
		return open(DataFolder.claim(data), true);
	}

	/**
	 * Gets to the database kept in a folder beside a Stocktake that runs on it, or where
	 * none does. Never makes one.
	 * @param data the folder that holds all of Stocktake's data
	 * @return the database, running
	 * @throws EmbeddedDatabaseException if there is none, or it cannot be reached; says
	 * why and what to do
	 */
	public static ReachedDatabase reach(Path data) {
		if (!Files.isDirectory(data.resolve(PostgresServer.CLUSTER))) {
			throw new EmbeddedDatabaseException(
					"There is no database in the data folder %s.".formatted(data.toAbsolutePath().normalize()),
					"Name the folder with stocktake.data (STOCKTAKE_DATA), or a database with SPRING_DATASOURCE_URL.");
		}
		try {
			EmbeddedDatabase database = open(data);
			return new ReachedDatabase(database.dataSource(), database::close);
		}
		catch (DataFolderHeldException running) {
			return new ReachedDatabase(PostgresAccess.toRunning(data).dataSource(NAME), () -> {
			});
		}
	}

	/**
	 * Opens an empty database that is gone once it is closed, at the latest when the
	 * process ends, and is not safe from a crash meanwhile.
	 * @return the running database
	 * @throws EmbeddedDatabaseException if it cannot run; says why and what to do
	 */
	public static EmbeddedDatabase throwAway() {
		EmbeddedDatabase database = open(ThrowAwayFolders.create(), false);
		LastAct.of(database::close);
		return database;
	}

	private static EmbeddedDatabase open(DataFolder folder, boolean kept) {
		try {
			return new EmbeddedDatabase(folder, kept);
		}
		catch (IOException | SQLException ex) {
			folder.close();
			throw new EmbeddedDatabaseException(
					"PostgreSQL does not work in %s (%s).".formatted(folder.path(), ex.getMessage()),
					"Mend what it names and start again; more stands in postgres.log there. Or name another folder with stocktake.data (STOCKTAKE_DATA).",
					ex);
		}
		catch (RuntimeException ex) {
			folder.close();
			throw ex;
		}
	}

	/**
	 * Where the database is.
	 * @return its JDBC address
	 */
	public String url() {
		return this.access.url(NAME);
	}

	/**
	 * Who signs in: the owner of the database and of the server.
	 * @return the user's name
	 */
	public String username() {
		return PostgresServer.USER;
	}

	/**
	 * What this user signs in with.
	 * @return the password
	 */
	public String password() {
		return this.access.password();
	}

	/**
	 * Connections to the database, without a pool.
	 * @return a data source
	 */
	public DataSource dataSource() {
		return this.access.dataSource(NAME);
	}

	/**
	 * Throws everything in it away.
	 */
	void empty() {
		try {
			this.access.dropDatabase(NAME);
			this.access.createDatabase(NAME);
		}
		catch (SQLException ex) {
			throw new EmbeddedDatabaseException(
					"The database in %s could not be emptied (%s).".formatted(this.folder.path(), ex.getMessage()),
					"Start again; more stands in postgres.log there.", ex);
		}
	}

	@Override
	public void close() {
		if (this.open.compareAndSet(true, false)) {
			try (this.folder) {
				this.server.stop();
				if (!this.kept) {
					FileSystemUtils.deleteRecursively(this.folder.path());
				}
			}
			catch (IOException ex) {
				log.warn("The embedded PostgreSQL on {} did not stop: the next start will try again",
						this.folder.path(), ex);
			}
		}
	}

}
