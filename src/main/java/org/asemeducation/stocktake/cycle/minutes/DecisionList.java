package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;

/**
 * What a meeting decided.
 *
 * @param version rises with each save; 0 before the first
 * @param decisions in the order of their numbers, from 1
 */
public record DecisionList(int version, List<MeetingDecision> decisions) {

	public DecisionList {
		decisions = List.copyOf(decisions);
	}

}
