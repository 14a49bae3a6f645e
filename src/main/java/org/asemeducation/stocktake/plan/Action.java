package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.Set;

/**
 * One of the plan's actions with its initiatives.
 *
 * @param number from 1
 * @param title as printed
 * @param subgoals numbers of the subgoals that the action is said or guessed to
 * contribute to: proposals, until the secretariat has confirmed them (see
 * {@link Contributions})
 * @param initiatives in the plan's order
 */
public record Action(int number, String title, Set<String> subgoals, List<Initiative> initiatives) {

	public Action {
		if (number < 1 || number > 999) {
			throw new IllegalArgumentException("an action's number is between 1 and 999, not %d".formatted(number));
		}
		Text.present("the title of action " + number, title, Text.SHORT * 2);
		subgoals = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(subgoals));
		initiatives = List.copyOf(initiatives);
	}

}
