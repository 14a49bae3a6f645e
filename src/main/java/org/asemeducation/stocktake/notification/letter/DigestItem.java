package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;

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
	 * @param reader who lives the days
	 */
	public String standing(ReaderDays reader) {
		ReaderDays days = reader.endingIn(this.task.zone());
		LocalDate due = this.task.due();
		if (due == null) {
			return "It has no date.";
		}
		return switch (days.standing(due)) {
			case AHEAD -> "It is due on %s.".formatted(days.at(due));
			case LAST -> "It is due today, %s.".formatted(days.by(due));
			case OVER -> "It was due on %s, %s ago.".formatted(days.at(due), DateWords.days(days.ago(due)));
		};
	}

}
