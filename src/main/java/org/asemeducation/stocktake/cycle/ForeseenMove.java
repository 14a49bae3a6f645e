package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a move of dates would mean in mail. The code that sends it, which knows all
 * stages, supplies it.
 */
public interface ForeseenMove {

	/**
	 * What the mails to come would be.
	 * @param before the cycle as it stands
	 * @param after the cycle as it would stand; the caller's transaction, which is taken
	 * back, has written it
	 * @return what changes
	 */
	Foreseen of(Cycle before, Cycle after);

	/**
	 * What would change.
	 *
	 * @param reminders those that move, appear or vanish, in the order of time
	 * @param told who would get a mail about the move
	 * @param warnings one sentence each
	 */
	record Foreseen(List<Reminder> reminders, List<Told> told, List<String> warnings) {
	}

	/**
	 * A reminder that comes on another day.
	 *
	 * @param kind {@code reminder}, {@code returned-reminder} or {@code freeze-reminder}
	 * @param rung days from the day that it reminds of
	 * @param from the day it would have come; {@code null} when it appears
	 * @param to the day it comes; {@code null} when it vanishes
	 * @param contacts how many people it concerns
	 */
	record Reminder(String kind, int rung, @Nullable LocalDate from, @Nullable LocalDate to, int contacts) {
	}

	/**
	 * Somebody who would be told.
	 *
	 * @param contact the register's number of the person
	 * @param name the person
	 * @param email where
	 * @param initiatives whose day changes for them
	 * @param at when the mail leaves, at the earliest
	 * @param withReminder whether it waits for a reminder due later that day
	 */
	record Told(long contact, String name, String email, List<String> initiatives, Instant at, boolean withReminder) {
	}

}
