package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;

/**
 * Who submits an update that several parties coordinate.
 *
 * @param lead the party that does
 * @param theirs whether the reader speaks for it
 * @param open whether any of them may, whatever the day
 * @param deadline from the end of this day on any of them may
 */
record Submitting(String lead, boolean theirs, boolean open, LocalDate deadline) {

	Submitting {
		lead = OneLine.of(lead);
	}

	/**
	 * Says it to the reader, in one or two sentences.
	 * @param days as the reader lives them
	 */
	String words(ReaderDays days) {
		if (this.open || days.standing(this.deadline) == ReaderDays.Standing.OVER) {
			return "Any of those who coordinate it may submit it.";
		}
		return this.theirs ? "You submit it for all who coordinate it."
				: "%s submits it; what you write is saved for them. Once the deadline is over, any of you may."
					.formatted(this.lead);
	}

}
