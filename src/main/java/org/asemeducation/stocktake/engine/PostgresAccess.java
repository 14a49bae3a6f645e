package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to get into a running embedded server.
 *
 * @param port on 127.0.0.1
 * @param password of the one user
 */
record PostgresAccess(int port, String password) {

	/** The line of {@code postmaster.pid} that has the port, counted from 0. */
	private static final int PORT = 3;

	/**
	 * Finds the server that another process runs on a data folder.
	 */
	static PostgresAccess toRunning(Path data) {
		try {
			List<String> lines = Files.readAllLines(data.resolve(PostgresServer.CLUSTER).resolve("postmaster.pid"));
			String password = new PostgresPassword(data.resolve(PostgresPassword.NAME)).read();
			return new PostgresAccess(Integer.parseInt(lines.get(PORT).strip()), password);
		}
		catch (IOException | IndexOutOfBoundsException | NumberFormatException ex) {
			throw new EmbeddedDatabaseException(
					"The Stocktake that runs on the data folder %s is starting or stopping.".formatted(data),
					"Try again in a minute.", ex);
		}
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
	}

	DataSource dataSource(String database) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setURL(url(database));
		dataSource.setUser(PostgresServer.USER);
		dataSource.setPassword(this.password);
		return dataSource;
	}

	/**
	 * Makes a database unless it is there.
	 */
	void createDatabase(String name) throws SQLException {
		try (Connection connection = dataSource("postgres").getConnection();
				Statement statement = connection.createStatement()) {
			ResultSet there = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'");
			if (!there.next()) {
				statement.execute("create database " + name);
			}
		}
	}

	void dropDatabase(String name) throws SQLException {
		try (Connection connection = dataSource("postgres").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("drop database if exists " + name + " with (force)");
		}
	}

}
