package org.asemeducation.stocktake.watch;

import java.util.Map;

/**
 * What there is of each thing, as the database had it at one moment.
 *
 * @param numbers by thing and kind, such as {@code mail queued}; what there is none of is
 * left out
 */
record Counts(Map<String, Double> numbers) {

	Counts {
		numbers = Map.copyOf(numbers);
	}

	double of(String thing, String kind) {
		return this.numbers.getOrDefault(thing + " " + kind, 0.0);
	}

}
