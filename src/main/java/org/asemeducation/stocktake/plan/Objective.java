package org.asemeducation.stocktake.plan;

import java.util.List;

/**
 * One of the plan's strategic objectives.
 *
 * @param number from 1
 * @param title as printed
 * @param subgoals in their order
 */
public record Objective(int number, String title, List<Subgoal> subgoals) {

	public Objective {
		if (number < 1 || number > 99) {
			throw new IllegalArgumentException("an objective's number is between 1 and 99, not %d".formatted(number));
		}
		Text.present("the title of objective " + number, title, Text.SHORT);
		subgoals = List.copyOf(subgoals);
		for (Subgoal subgoal : subgoals) {
			if (subgoal.objective() != number) {
				throw new IllegalArgumentException(
						"subgoal %s stands under objective %d".formatted(subgoal.number(), number));
			}
		}
	}

}
