package org.asemeducation.stocktake.cycle;

import java.util.List;

/**
 * What of a cycle is not finished. Each stage says it of its own.
 */
public interface OpenEnds {

	/**
	 * What is open.
	 * @param cycle the cycle
	 * @return one sentence each; none when nothing is
	 */
	List<String> of(CycleName cycle);

	/**
	 * What forbids to close the cycle now.
	 * @param cycle the cycle
	 * @return a sentence each that says what to do first
	 */
	default List<String> objections(CycleName cycle) {
		return List.of();
	}

	/** Such as {@code 3 updates …}; nothing for none. */
	static List<String> counted(long count, String one, String many) {
		return (count == 0) ? List.of() : List.of((count == 1) ? "1 " + one : "%,d %s".formatted(count, many));
	}

}
