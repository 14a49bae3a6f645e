package org.asemeducation.stocktake;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes steps fail: nothing can be written to a table until it is mended.
 */
public class Sabotage {

	private final JdbcClient jdbc;

	private final List<String> broken = new ArrayList<>();

	Sabotage(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes every insert and update of a table fail with the word {@code sabotaged}.
	 * @param table such as {@code revision}
	 */
	public void breakTable(String table) {
		this.jdbc.sql("alter table %s add constraint sabotaged check (false) not valid".formatted(table)).update();
		this.broken.add(table);
	}

	public void mend() {
		this.broken
			.forEach((table) -> this.jdbc.sql("alter table %s drop constraint sabotaged".formatted(table)).update());
		this.broken.clear();
	}

}
