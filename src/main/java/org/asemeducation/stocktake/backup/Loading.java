package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the rows of a backup into the tables of its schema, in one transaction. What the
 * owner of the tables may do is enough: foreign keys are taken away and made again, which
 * checks them; triggers that refuse changes rest meanwhile.
 */
final class Loading {

	private final BackupFile backup;

	private final DataSource dataSource;

	Loading(BackupFile backup, DataSource dataSource) {
		this.backup = backup;
		this.dataSource = dataSource;
	}

	/**
	 * Loads all tables and sequences.
	 * @return tables of the backup that are none of Stocktake's and were left out
	 * @throws BackupRefused when the backup does not fit the schema, or has other rows
	 * than it says
	 */
	List<String> load() throws SQLException, IOException {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			RestoreMark.remove(connection);
			Catalog catalog = new Catalog(connection);
			Map<String, List<String>> schema = catalog.tables();
			requireComplete(schema);
			JdbcClient jdbc = catalog.jdbc();
			List<ForeignKey> keys = ForeignKey.all(jdbc);
			keys.forEach((key) -> key.drop(jdbc));
			trigger(jdbc, schema.keySet(), "disable");
			for (Manifest.Table table : this.backup.manifest().tables()) {
				if (schema.containsKey(table.name())) {
					load(connection, jdbc, table);
				}
			}
			trigger(jdbc, schema.keySet(), "enable");
			keys.forEach((key) -> key.add(jdbc));
			Set<String> sequences = catalog.sequenceNames();
			this.backup.manifest().sequences().forEach((sequence, last) -> set(jdbc, sequences, sequence, last));
			connection.commit();
			return this.backup.manifest()
				.tables()
				.stream()
				.map(Manifest.Table::name)
				.filter((table) -> !schema.containsKey(table))
				.toList();
		}
	}

	private void requireComplete(Map<String, List<String>> schema) {
		Map<String, Set<String>> tables = this.backup.manifest()
			.tables()
			.stream()
			.collect(Collectors.toMap(Manifest.Table::name, (table) -> Set.copyOf(table.columns())));
		schema.forEach((table, columns) -> {
			if (!Set.copyOf(columns).equals(tables.get(table))) {
				throw new BackupRefused(
						"The table %s is not in this backup as schema %s has it: the database was changed by hand before. Nothing was restored."
							.formatted(table, this.backup.manifest().schema()));
			}
		});
	}

	private void load(Connection connection, JdbcClient jdbc, Manifest.Table table) throws SQLException, IOException {
		jdbc.sql("truncate " + Catalog.quoted(table.name())).update();
		CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
		try (InputStream rows = this.backup.rows(table)) {
			long loaded = copy.copyIn(
					"copy %s (%s) from stdin".formatted(Catalog.quoted(table.name()), Catalog.quoted(table.columns())),
					rows);
			if (loaded != table.rows()) {
				throw new BackupRefused("The backup says that %s has %d rows, but it has %d.".formatted(table.name(),
						table.rows(), loaded));
			}
		}
	}

	private static void trigger(JdbcClient jdbc, Set<String> tables, String word) {
		tables.forEach(
				(table) -> jdbc.sql("alter table %s %s trigger user".formatted(Catalog.quoted(table), word)).update());
	}

	private static void set(JdbcClient jdbc, Set<String> sequences, String sequence, long last) {
		if (sequences.contains(sequence)) {
			jdbc.sql("select setval(cast(:sequence as regclass), :last)")
				.param("sequence", Catalog.quoted(sequence))
				.param("last", last)
				.query(Long.class)
				.single();
		}
	}

}
