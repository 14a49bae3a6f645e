package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar would mean in mails. The code that sends them, which knows all stages,
 * supplies it.
 */
public interface ForeseenReminders {

	/**
	 * Whom a cycle would ask and remind, were it opened now and nobody answered.
	 * @param proposal a cycle without problems
	 * @return what is to come, and what is to be thought about
	 */
	Foreseen of(NewCycle proposal);

	/**
	 * The mails to come.
	 *
	 * @param days the days of the reminders, in the order of time
	 * @param warnings one sentence each: what will not come as it was meant, and a way
	 * out
	 * @param requests who would be asked or told that others are: a mail each
	 * @param mails the first mails of all, in the order of time
	 * @param found how many mails there would be
	 */
	record Foreseen(List<Day> days, List<String> warnings, List<MailToCome> requests, List<MailToCome> mails,
			int found) {

		static final Foreseen NONE = new Foreseen(List.of(), List.of(), List.of(), List.of(), 0);

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
