package org.asemeducation.stocktake.cockpit;

import java.util.Arrays;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

/**
 * Reads Cockpit's table as its page does.
 */
public class Board {

	private final InitiativeLines lines;

	private final Cycles cycles;

	Board(InitiativeLines lines, Cycles cycles) {
		this.lines = lines;
		this.cycles = cycles;
	}

	/**
	 * The columns by which it may be sorted.
	 * @return in their order; the first is how it is shown at first
	 */
	public static List<String> columns() {
		return Arrays.stream(SortBy.values()).map(SortBy::word).toList();
	}

	/**
	 * Reads the first page of a hundred.
	 * @param cycle the cycle
	 * @param column sorted by it
	 * @return how many initiatives the cycle has
	 */
	public long firstPage(CycleName cycle, String column) {
		return this.lines.of(this.cycles.get(cycle), new Wanted("", null, false, SortBy.of(column), false, 1, 100))
			.found();
	}

}
