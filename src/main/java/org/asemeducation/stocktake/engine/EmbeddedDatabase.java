package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;
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

	private final int port;

	private final String password;

	private final AtomicBoolean open = new AtomicBoolean(true);

	private EmbeddedDatabase(DataFolder folder, boolean kept) throws IOException, SQLException {
		this.folder = folder;
		this.kept = kept;
		this.server = new PostgresServer(folder, PostgresPrograms.unpackedFor(folder.path()));
		PostgresPassword file = new PostgresPassword(folder.resolve("postgres.password"));
		if (!this.server.exists()) {
			this.server.create(file.create(), kept ? List.of() : UNSAFE_AND_FAST);
		}
		this.password = file.read();
		this.port = this.server.start();
		createDatabase();
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

	private void createDatabase() throws SQLException {
		try (Connection connection = dataSource("postgres").getConnection();
				Statement statement = connection.createStatement()) {
			ResultSet there = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
			if (!there.next()) {
				statement.execute("create database " + NAME);
			}
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Where the database is.
	 * @return its JDBC address
	 */
	public String url() {
		return url(NAME);
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
		return this.password;
	}

	/**
	 * Connections to the database, without a pool.
	 * @return a data source
	 */
	public DataSource dataSource() {
		return dataSource(NAME);
	}

	private DataSource dataSource(String database) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setURL(url(database));
		dataSource.setUser(username());
		dataSource.setPassword(password());
		return dataSource;
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
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
