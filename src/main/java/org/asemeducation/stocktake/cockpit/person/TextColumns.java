package org.asemeducation.stocktake.cockpit.person;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
			select c.table_name, c.column_name, c.data_type, c.table_name in ('revision', 'minutes_version')
			    or exists (select from pg_trigger g join pg_proc f on f.oid = g.tgfoid
			        where g.tgrelid = format('%I', c.table_name)::regclass and f.proname like 'refuse\\_%') as record
			from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
			where c.table_schema = current_schema and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
			and (c.data_type in ('text', 'character varying', 'json', 'jsonb') or c.udt_name = '_text')
			and c.table_name not like 'act\\_%' and c.table_name not in ('contact', 'party', 'flyway_schema_history')
			order by c.table_name, c.ordinal_position""";

	private final JdbcClient jdbc;

	TextColumns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many rows of which table will be blanked.
	 */
	Map<String, Long> blanked(PersonalWords words) {
		return count(words, false);
	}

	/**
	 * How many rows of which table of the record name the person in their own words, and
	 * stay.
	 */
	Map<String, Long> kept(PersonalWords words) {
		return count(words, true);
	}

	private Map<String, Long> count(PersonalWords words, boolean record) {
		Map<String, Long> counts = new TreeMap<>();
		for (Column column : columns(record)) {
			long rows = this.jdbc
				.sql("select count(*) from %s where %s::text ~* :words".formatted(column.table(), column.name()))
				.param("words", words.pattern())
				.query(Long.class)
				.single();
			if (rows > 0) {
				counts.merge(Held.heading(column.plainTable()), rows, Long::sum);
			}
		}
		return counts;
	}

	/** Blanks the words wherever they stand outside the record. */
	void blank(PersonalWords words) {
		for (Column column : columns(false)) {
			this.jdbc.sql("""
					update %1$s set %2$s = regexp_replace(%2$s::text, :words, :blank, 'gi')::%3$s
					where %2$s::text ~* :words""".formatted(column.table(), column.name(), column.type()))
				.param("words", words.pattern())
				.param("blank", column.type().equals("text[]") ? "(erased)" : BLANK)
				.update();
		}
	}

	private List<Column> columns(boolean record) {
		return this.jdbc.sql(COLUMNS)
			.query((row, number) -> new Column(row.getString("table_name"), row.getString("column_name"),
					row.getString("data_type"), row.getBoolean("record")))
			.list()
			.stream()
			.filter((column) -> column.record() == record)
			.toList();
	}

	private record Column(String plainTable, String plainName, String dataType, boolean record) {

		String table() {
			return '"' + this.plainTable + '"';
		}

		String name() {
			return '"' + this.plainName + '"';
		}

		String type() {
			return switch (this.dataType) {
				case "json", "jsonb" -> this.dataType;
				case "ARRAY" -> "text[]";
				default -> "text";
			};
		}

	}

}
