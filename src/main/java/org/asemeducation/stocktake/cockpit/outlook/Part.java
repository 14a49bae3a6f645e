package org.asemeducation.stocktake.cockpit.outlook;

import java.util.Map;

/**
 * How the initiatives of one objective, region or kind of party stand.
 *
 * @param by {@code objective}, {@code region} or {@code kind}
 * @param name the objective's number, the region, or the kind; empty for those of none
 * @param counts how many stand where; a state in which none is is left out
 */
public record Part(String by, String name, Map<String, Integer> counts) {

	public Part {
		counts = Map.copyOf(counts);
	}

}
