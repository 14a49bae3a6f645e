package org.asemeducation.stocktake.cockpit;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The written cycle, for those who read its history.
 */
public final class HistoricCycle {

	private HistoricCycle() {
	}

	/**
	 * Writes it.
	 * @param jdbc where
	 * @param name the cycle's name
	 * @return the name
	 */
	public static String write(JdbcClient jdbc, String name) {
		return new WrittenCycle(jdbc, name).name();
	}

}
