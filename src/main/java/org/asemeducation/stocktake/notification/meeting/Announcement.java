package org.asemeducation.stocktake.notification.meeting;

import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * What the AES sends of a meeting.
 *
 * @param number the announcement's, counted from 1; who sends the same number a second
 * time sends nothing
 * @param words what it says with it; may be empty
 * @param agenda whether the agenda goes along as it stands
 * @param to the contacts it goes to
 */
record Announcement(int number, String words, boolean agenda, List<Long> to) {

	static final int LONGEST = 4000;

	Announcement {
		words = words.strip();
		to = List.copyOf(to);
	}

	void check() {
		if (this.words.length() > LONGEST) {
			throw Refused.invalid("Nothing is sent: say it in at most %d characters.".formatted(LONGEST),
					List.of(new Problem("words", "Say it in at most %d characters.".formatted(LONGEST))));
		}
		if (this.to.isEmpty()) {
			throw Refused.invalid("Nothing is sent: tick at least one person.",
					List.of(new Problem("to", "Tick at least one person.")));
		}
	}

}
