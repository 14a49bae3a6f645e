package org.asemeducation.stocktake.backup;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the database says it holds in the schema that Stocktake uses.
 */
final class Catalog {

	/** Whoever was signed in signs in again. */
	private static final String NOT_KEPT = "web\\_session%";

	private final JdbcClient jdbc;

	Catalog(Connection connection) {
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * All tables that a backup has, with their columns.
	 * @return by name
	 */
	Map<String, List<String>> tables() {
		return this.jdbc.sql("""
				select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
				where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
				and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname not like :notKept
				order by c.relname, a.attnum""")
			.param("notKept", NOT_KEPT)
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * The last numbers of all sequences that have given out one.
	 * @return by name
	 */
	Map<String, Long> sequences() {
		return this.jdbc.sql("""
				select sequencename, last_value from pg_sequences
				where schemaname = current_schema() and last_value is not null
				and sequencename not like :notKept order by 1""")
			.param("notKept", NOT_KEPT)
			.query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
	}

	Set<String> sequenceNames() {
		return Set.copyOf(this.jdbc.sql("select sequencename from pg_sequences where schemaname = current_schema()")
			.query(String.class)
			.list());
	}

	/**
	 * The last migration.
	 * @return such as {@code 036}, or nothing when there has been none
	 */
	Optional<String> schemaVersion() {
		if (this.jdbc.sql("select to_regclass('flyway_schema_history') is null").query(Boolean.class).single()) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select version from flyway_schema_history where success and version is not null and type <> 'BASELINE'
				order by installed_rank desc limit 1""").query(String.class).optional();
	}

	boolean isEmpty() {
		return this.jdbc.sql("""
				select not exists (select from pg_class
				    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S'))""")
			.query(Boolean.class)
			.single();
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	static String quoted(List<String> names) {
		return names.stream().map(Catalog::quoted).collect(Collectors.joining(", "));
	}

}
