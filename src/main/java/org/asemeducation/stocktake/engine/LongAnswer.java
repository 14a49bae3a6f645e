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

	private static final int ROWS = 500;

	private final JdbcClient jdbc;

	public LongAnswer(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a statement begins with that is read so.
	 * @param name of the answer, one for all with the same columns: the driver keeps how
	 * it reads the next rows of a name
	 * @return the beginning, which the statement follows
	 */
	public static String begin(String name) {
		return "declare %s no scroll cursor for ".formatted(name);
	}

	/**
	 * Reads it to its end.
	 * @param <T> what a row says
	 * @param name of the answer
	 * @param statement begins with {@link #begin}, and has its parameters
	 * @param row reads a row
	 * @param each takes one after the other
	 */
	public <T> void read(String name, StatementSpec statement, RowMapper<T> row, Consumer<T> each) {
		this.jdbc.sql("set local cursor_tuple_fraction = 1").update();
		statement.update();
		List<T> rows;
		do {
			rows = this.jdbc.sql("fetch %d from %s".formatted(ROWS, name)).query(row).list();
			rows.forEach(each);
		}
		while (!rows.isEmpty());
		this.jdbc.sql("close " + name).update();
	}

}
