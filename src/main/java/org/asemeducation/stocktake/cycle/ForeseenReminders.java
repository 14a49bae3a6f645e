package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar would mean in reminders. The code that sends them, which knows all
 * stages, supplies it.
 */
public interface ForeseenReminders {

	/**
	 * Whom a cycle would remind, were it opened now and nobody answered.
	 * @param proposal a cycle without problems
	 * @return what is to come, and what is to be thought about
	 */
	Foreseen of(NewCycle proposal);

	/**
	 * The reminders to come.
	 *
	 * @param days in the order of time
	 * @param warnings one sentence each: what will not come as it was meant, and a way
	 * out
	 */
	record Foreseen(List<Day> days, List<String> warnings) {
	}

	/**
	 * A day of a ladder.
	 *
	 * @param kind {@code reminder} or {@code freeze-reminder}
	 * @param rung days from the deadline or the freeze
	 * @param on the date
	 * @param contacts how many people get a mail
	 */
	record Day(String kind, int rung, LocalDate on, int contacts) {
	}

}
