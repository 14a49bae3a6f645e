package org.asemeducation.stocktake.backup.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, a few at a time. Several may be open side by side, as long as the
 * transaction lasts.
 */
final class Rows implements AutoCloseable {

	private static final int AT_A_TIME = 50;

	private final PreparedStatement statement;

	private final ResultSet rows;

	private boolean more;

	Rows(Connection connection, String query, String... arguments) throws SQLException {
		this(connection, AT_A_TIME, query, (Object[]) arguments);
	}

	Rows(Connection connection, int atATime, String query, Object... arguments) throws SQLException {
		this.statement = connection.prepareStatement(query);
		this.statement.setFetchSize(atATime);
		for (int i = 0; i < arguments.length; i++) {
			this.statement.setObject(i + 1, arguments[i]);
		}
		this.rows = this.statement.executeQuery();
		this.more = this.rows.next();
	}

	boolean hasNext() {
		return this.more;
	}

	/** What stands in a column of the row that comes next. */
	@Nullable String peek(String column) throws SQLException {
		return this.more ? this.rows.getString(column) : null;
	}

	/** The next row, without what is none. */
	Map<String, Object> next() throws SQLException {
		if (!this.more) {
			throw new NoSuchElementException();
		}
		Map<String, Object> row = new LinkedHashMap<>();
		for (int i = 1; i <= this.rows.getMetaData().getColumnCount(); i++) {
			Object value = value(i);
			if (value != null) {
				row.put(this.rows.getMetaData().getColumnLabel(i), value);
			}
		}
		this.more = this.rows.next();
		return row;
	}

	private @Nullable Object value(int column) throws SQLException {
		Object value = this.rows.getObject(column);
		if (value instanceof java.sql.Array) {
			List<String> parts = new ArrayList<>();
			for (Object part : (Object[]) this.rows.getArray(column).getArray()) {
				parts.add(String.valueOf(part));
			}
			return parts;
		}
		return (value instanceof Timestamp moment) ? moment.toInstant() : value;
	}

	@Override
	public void close() throws SQLException {
		this.statement.close();
	}

}
