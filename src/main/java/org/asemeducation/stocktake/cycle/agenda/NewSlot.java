package org.asemeducation.stocktake.cycle.agenda;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator asks for.
 *
 * @param meeting at which of the four
 * @param title what it is called on the agenda
 * @param minutes how long they want to speak
 * @param purpose what for
 */
record NewSlot(@Nullable MeetingKind meeting, @Nullable String title, @Nullable Integer minutes,
		@Nullable String purpose) {

	static final int LONGEST_TITLE = 200;

	static final int LONGEST_TEXT = 2000;

	static final int MOST_MINUTES = 240;

	NewSlot {
		title = (title != null) ? title.strip() : "";
		purpose = (purpose != null) ? purpose.strip() : "";
	}

	void check() {
		List<Problem> problems = new ArrayList<>();
		if (this.meeting == null) {
			problems.add(new Problem("meeting", "Choose the meeting."));
		}
		if (this.title.isEmpty() || this.title.length() > LONGEST_TITLE) {
			problems
				.add(new Problem("title", "Say what it is called, in at most %d characters.".formatted(LONGEST_TITLE)));
		}
		if (this.minutes == null || this.minutes < 1 || this.minutes > MOST_MINUTES) {
			problems.add(new Problem("minutes", "Give the minutes as a number from 1 to %d.".formatted(MOST_MINUTES)));
		}
		if (this.purpose.isEmpty() || this.purpose.length() > LONGEST_TEXT) {
			problems.add(new Problem("purpose",
					"Say what you want the time for, in at most %d characters.".formatted(LONGEST_TEXT)));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is asked yet.", problems);
		}
	}

}
