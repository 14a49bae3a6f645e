package org.asemeducation.stocktake.backup.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the schema with their columns.
 */
final class Tables {

	private static final String COLUMNS = """
			select c.relname, a.attname, t.typname,
			    coalesce((select r.confrelid::regclass::text from pg_constraint r
			        where r.conrelid = c.oid and r.contype = 'f' and r.conkey = array[a.attnum] limit 1), '') as points_at,
			    exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
			        and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%') as coded
			from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
			where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0
			and not a.attisdropped order by c.relname, a.attnum""";

	private final Map<String, List<Column>> columns;

	private final Contents contents;

	Tables(JdbcClient jdbc, Contents contents) {
		this.contents = contents;
		this.columns = jdbc.sql(COLUMNS)
			.query((row, number) -> Map.entry(row.getString("relname"),
					new Column(row.getString("attname"), row.getString("typname"), row.getString("points_at"),
							row.getBoolean("coded"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	Map<String, List<Column>> all() {
		return this.columns;
	}

	/** The columns that the archive tells of a table. */
	List<Column> told(String table) {
		return this.columns.getOrDefault(table, List.of())
			.stream()
			.filter((column) -> this.contents.isTold(table, column.name()))
			.toList();
	}

}
