package org.asemeducation.stocktake.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that Stocktake wrote into a table of its own, to be written once more by plain
 * JDBC batches: the floor's share of the work.
 */
final class CopiedRows {

	private final String table;

	private final List<String> columns = new ArrayList<>();

	private final List<Object[]> rows = new ArrayList<>();

	private int next;

	private CopiedRows(String table) {
		this.table = table;
	}

	/**
	 * Reads rows.
	 * @param from where they are
	 * @param table the table
	 * @param where which, with one parameter
	 * @param about the parameter
	 */
	static CopiedRows of(JdbcTemplate from, String table, String where, Object about) {
		CopiedRows copied = new CopiedRows(table);
		from.query("select t.* from %s t where %s".formatted(table, where), (row) -> {
			int width = row.getMetaData().getColumnCount();
			Object[] values = new Object[width];
			for (int column = 1; column <= width; column++) {
				values[column - 1] = row.getObject(column);
				if (copied.columns.size() < width) {
					copied.columns.add('"' + row.getMetaData().getColumnName(column) + '"');
				}
			}
			copied.rows.add(values);
		}, about);
		return copied;
	}

	int size() {
		return this.rows.size();
	}

	void writeAll(JdbcTemplate to) {
		write(to, this.rows.size());
	}

	/** Writes the next of them. */
	void write(JdbcTemplate to, int most) {
		List<Object[]> batch = this.rows.subList(this.next, Math.min(this.rows.size(), this.next + most));
		this.next += batch.size();
		if (!batch.isEmpty()) {
			to.batchUpdate("insert into %s (%s) overriding system value values (%s)".formatted(this.table,
					String.join(", ", this.columns), String.join(", ", Collections.nCopies(this.columns.size(), "?"))),
					setter(batch));
		}
	}

	private static BatchPreparedStatementSetter setter(List<Object[]> batch) {
		return new BatchPreparedStatementSetter() {
			@Override
			public void setValues(PreparedStatement statement, int number) throws SQLException {
				Object[] values = batch.get(number);
				for (int column = 0; column < values.length; column++) {
					if (values[column] == null) {
						statement.setNull(column + 1, Types.NULL);
					}
					else {
						statement.setObject(column + 1, values[column]);
					}
				}
			}

			@Override
			public int getBatchSize() {
				return batch.size();
			}
		};
	}

}
