package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all tables as they are in one moment, row by row, whatever is written meanwhile.
 */
final class Snapshot {

	private final Whereabouts database;

	private final Clock clock;

	Snapshot(Whereabouts database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Writes a whole backup; the manifest comes last, so that a file cut short has none.
	 * @param out where to, left open
	 * @return what was written
	 */
	Manifest writeTo(OutputStream out) throws SQLException, IOException {
		return inOneMoment((connection) -> writeTo(connection, out));
	}

	/**
	 * The same, in a transaction that has begun.
	 * @param connection that sees one moment
	 * @param out where to, left open
	 * @return what was written
	 */
	Manifest writeTo(Connection connection, OutputStream out) throws SQLException, IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		Manifest manifest = write(connection, zip);
		zip.putNextEntry(new ZipEntry(Manifest.NAME));
		zip.write(manifest.toJson());
		zip.closeEntry();
		zip.finish();
		return manifest;
	}

	/**
	 * Reads all that it reads as of one moment, and changes nothing.
	 * @param reading what is read
	 * @return what came of it
	 */
	<T> T inOneMoment(Reading<T> reading) throws SQLException, IOException {
		try (Connection connection = this.database.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			int isolation = connection.getTransactionIsolation();
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			try {
				return reading.of(connection);
			}
			finally {
				connection.rollback();
				connection.setReadOnly(false);
				connection.setTransactionIsolation(isolation);
				connection.setAutoCommit(true);
			}
		}
	}

	private Manifest write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
		Catalog catalog = new Catalog(connection);
		String schema = catalog.schemaVersion()
			.orElseThrow(() -> new BackupRefused("There is nothing of Stocktake in this database yet."));
		List<Manifest.Table> tables = new ArrayList<>();
		for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
			tables.add(write(connection, zip, table.getKey(), table.getValue()));
		}
		return new Manifest(Manifest.FORMAT, ThisRelease.version(),
				connection.getMetaData().getDatabaseProductVersion(), this.database.embedded(),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS), schema, tables, catalog.sequences());
	}

	private static Manifest.Table write(Connection connection, ZipOutputStream zip, String table, List<String> columns)
			throws SQLException, IOException {
		CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
		zip.putNextEntry(new ZipEntry(Manifest.Table.entry(table)));
		DigestOutputStream file = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
		long rows = copy.copyOut("copy %s (%s) to stdout".formatted(Catalog.quoted(table), Catalog.quoted(columns)),
				new Both(zip, file));
		zip.closeEntry();
		return new Manifest.Table(table, columns, rows, HexFormat.of().formatHex(file.getMessageDigest().digest()));
	}

	/**
	 * Reads in a transaction.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Reading<T> {

		T of(Connection connection) throws SQLException, IOException;

	}

	/** Closing it closes neither. */
	private static final class Both extends OutputStream {

		private final OutputStream first;

		private final OutputStream second;

		Both(OutputStream first, OutputStream second) {
			this.first = first;
			this.second = second;
		}

		@Override
		public void write(int each) throws IOException {
			this.first.write(each);
			this.second.write(each);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.first.write(bytes, from, length);
			this.second.write(bytes, from, length);
		}

	}

}
