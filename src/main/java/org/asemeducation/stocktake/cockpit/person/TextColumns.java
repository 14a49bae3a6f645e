package org.asemeducation.stocktake.cockpit.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every column of our tables that can hold words. The schema itself is the list, so a
 * column that comes tomorrow is looked at as well.
 */
@Component
class TextColumns {

	/** What replaces a name or an address. */
	static final String BLANK = "[erased]";

	/**
	 * The record: what refuses changes, what a receipt or a sent version vouches for, the
	 * names of parties and the plan. A person's own row is not blanked by words.
	 */
	private static final String COLUMNS = """
			select t.relname, a.attname, format_type(a.atttypid, null) as type, t.relname in ('revision', 'minutes_version')
			    or exists (select from pg_trigger g join pg_proc f on f.oid = g.tgfoid
			        where g.tgrelid = t.oid and f.proname like 'refuse\\_%') as record
			from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
			where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and a.attgenerated = ''
			and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
			and t.relname not like 'act\\_%' and t.relname not in ('contact', 'party', 'flyway_schema_history')
			order by t.relname, a.attnum""";

	private final JdbcClient jdbc;

	TextColumns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many rows of which table have the words: those that would be blanked, and those
	 * of the record, which name the person in their own words and stay. Each table is
	 * read once.
	 */
	Named naming(PersonalWords words) {
		List<Entries> blanked = new ArrayList<>();
		List<Entries> kept = new ArrayList<>();
		columns().collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()))
			.forEach((table, columns) -> {
				long rows = rows(table, columns, words);
				if (rows > 0) {
					(columns.get(0).record() ? kept : blanked)
						.add(new Entries(Held.heading(columns.get(0).plainTable()), rows));
				}
			});
		return new Named(blanked, kept);
	}

	/** A character that no word has keeps the columns apart. */
	private long rows(String table, List<Column> columns, PersonalWords words) {
		return this.jdbc
			.sql("select count(*) from %s where concat_ws(chr(1), %s) ~* :words".formatted(table,
					columns.stream().map((column) -> column.name() + "::text").collect(Collectors.joining(", "))))
			.param("words", words.pattern())
			.query(Long.class)
			.single();
	}

	/** Blanks the words wherever they stand outside the record. */
	void blank(PersonalWords words) {
		columns().filter((column) -> !column.record())
			.forEach((column) -> this.jdbc.sql("""
					update %1$s set %2$s = regexp_replace(%2$s::text, :words, :blank, 'gi')::%3$s
					where %2$s::text ~* :words""".formatted(column.table(), column.name(), column.type()))
				.param("words", words.pattern())
				.param("blank", column.type().equals("text[]") ? "(erased)" : BLANK)
				.update());
	}

	private Stream<Column> columns() {
		return this.jdbc.sql(COLUMNS)
			.query((row, number) -> new Column(row.getString("relname"), row.getString("attname"),
					row.getString("type"), row.getBoolean("record")))
			.list()
			.stream();
	}

	private record Column(String plainTable, String plainName, String type, boolean record) {

		String table() {
			return '"' + this.plainTable + '"';
		}

		String name() {
			return '"' + this.plainName + '"';
		}

	}

}
