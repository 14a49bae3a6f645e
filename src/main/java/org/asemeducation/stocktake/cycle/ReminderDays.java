package org.asemeducation.stocktake.cycle;

import java.util.HashSet;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * The days on which a cycle reminds, counted from a day of its calendar: negative before
 * it.
 */
public final class ReminderDays {

	/** How a cycle reminds of its deadline unless it says otherwise. */
	public static final List<Integer> USUAL = List.of(-28, -14, -7, -1, 3, 10);

	/** What is offered for the freeze when a cycle is opened. */
	public static final List<Integer> OFFERED_BEFORE_THE_FREEZE = List.of(-14, -3);

	private static final int FARTHEST = 365;

	private static final int MOST = 30;

	private ReminderDays() {
	}

	static void check(String field, List<Integer> days, List<Problem> problems) {
		if (days.stream().anyMatch((day) -> day == null || Math.abs(day) > FARTHEST)) {
			problems.add(new Problem(field,
					"Give whole numbers of days, at most a year before or after, as in -14, -7, 3."));
		}
		else if (days.size() > MOST || new HashSet<>(days).size() < days.size()) {
			problems.add(new Problem(field, "Give each day once, and at most %d days.".formatted(MOST)));
		}
	}

}
