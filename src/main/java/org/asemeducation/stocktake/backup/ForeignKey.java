package org.asemeducation.stocktake.backup;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A foreign key that is taken away and made again as it was.
 *
 * @param table the table that refers
 * @param name of the constraint
 * @param definition in SQL
 */
record ForeignKey(String table, String name, String definition) {

	static List<ForeignKey> all(JdbcClient jdbc) {
		return jdbc.sql("""
				select c.relname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k
				join pg_class c on c.oid = k.conrelid
				where k.contype = 'f' and k.connamespace = current_schema()::regnamespace order by 1, 2""")
			.query((row, number) -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

	void drop(JdbcClient jdbc) {
		jdbc.sql("alter table %s drop constraint %s".formatted(Catalog.quoted(this.table), Catalog.quoted(this.name)))
			.update();
	}

	void add(JdbcClient jdbc) {
		jdbc.sql("alter table %s add constraint %s %s".formatted(Catalog.quoted(this.table), Catalog.quoted(this.name),
				this.definition))
			.update();
	}

}
