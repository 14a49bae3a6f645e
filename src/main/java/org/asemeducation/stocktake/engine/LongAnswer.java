package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads an answer of any length a few hundred rows at a time, in the caller's
 * transaction: never are all of them in memory.
 */
@Component
public class LongAnswer {

	/** What a statement begins with that is read so. */
	public static final String BEGIN = "declare long_answer no scroll cursor for ";

	private static final int ROWS = 500;

	private final JdbcClient jdbc;

	public LongAnswer(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads it to its end.
	 * @param <T> what a row says
	 * @param statement begins with {@link #BEGIN}, and has its parameters
	 * @param row reads a row
	 * @param each takes one after the other
	 */
	public <T> void read(StatementSpec statement, RowMapper<T> row, Consumer<T> each) {
		this.jdbc.sql("set local cursor_tuple_fraction = 1").update();
		statement.update();
		List<T> rows;
		do {
			rows = this.jdbc.sql("fetch %d from long_answer".formatted(ROWS)).query(row).list();
			rows.forEach(each);
		}
		while (!rows.isEmpty());
		this.jdbc.sql("close long_answer").update();
	}

}
