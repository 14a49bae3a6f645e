package org.asemeducation.stocktake.cockpit.person;

import java.util.List;

/**
 * What is known of somebody, and whether they can be erased.
 *
 * @param whom it is about
 * @param called how they would be called afterwards
 * @param erased whether they were erased already
 * @param nameIsTheirs whether nobody else bears their name
 * @param obstacles why it cannot be done yet
 */
public record Foreseen(Whom whom, String called, boolean erased, boolean nameIsTheirs, List<String> obstacles) {

	public Foreseen {
		obstacles = List.copyOf(obstacles);
	}

}
