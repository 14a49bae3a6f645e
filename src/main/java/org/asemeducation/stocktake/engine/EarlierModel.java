package org.asemeducation.stocktake.engine;

import java.util.Map;
import java.util.Set;

/**
 * A model as an earlier release had it, where elements of the same id are not enough to
 * carry its running instances over to today's. It stands beside the code of the stage
 * that owns the model.
 */
public interface EarlierModel {

	/**
	 * Which model it is of.
	 * @return the process id, such as {@code cycle}
	 */
	String process();

	/**
	 * Whether a deployed version is this one.
	 * @param elements the ids of its events, activities and gateways
	 * @return true when its instances need what is said here
	 */
	boolean isThisOne(Set<String> elements);

	/**
	 * What is another element today.
	 * @return today's id by the earlier one
	 */
	default Map<String, String> renamed() {
		return Map.of();
	}

	/**
	 * What has no counterpart today. No instance may stand there any more when it is
	 * carried over: {@link #crossing} ends what does.
	 * @return earlier ids
	 */
	default Set<String> gone() {
		return Set.of();
	}

	/**
	 * What ends before an instance is carried over and what begins afterwards.
	 * @param tokens how often it stands at which element
	 * @return nothing by default
	 */
	default Crossing crossing(Map<String, Integer> tokens) {
		return Crossing.NOTHING;
	}

}
