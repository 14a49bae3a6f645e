package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One task in a digest.
 *
 * @param task the task
 * @param link to it
 * @param fresh whether the reader has not been told of it
 */
public record DigestItem(WaitingTask task, String link, boolean fresh) {

	/** How Tasklist calls it, with its cycle. */
	public String called() {
		String name = OneLine.of(this.task.name());
		return name.contains(this.task.cycle().value()) ? name : "%s (%s)".formatted(name, this.task.cycle());
	}

	/**
	 * Where its day stands, in one sentence.
	 * @param today the day it is
	 */
	public String standing(LocalDate today) {
		LocalDate due = this.task.due();
		if (due == null) {
			return "It has no date.";
		}
		long late = ChronoUnit.DAYS.between(due, today);
		if (late > 0) {
			return "It was due on %s, %s ago.".formatted(DateWords.day(due), DateWords.days(late));
		}
		return ((late == 0) ? "It is due today, %s." : "It is due on %s.").formatted(DateWords.day(due));
	}

}
