package org.asemeducation.stocktake.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database knows of its tables, brought up to date after many rows were written
 * at once. It does so by itself within a minute or two; until then it takes a new cycle
 * for an empty one, and looks through thousands of rows for each of thousands.
 */
@Component
public class FreshStatistics {

	private final JdbcClient jdbc;

	FreshStatistics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts anew, with what the caller's transaction has written.
	 * @param tables their names
	 */
	public void of(String... tables) {
		this.jdbc.sql("analyze " + String.join(", ", tables)).update();
	}

}
