package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a mail says about its cycle.
 *
 * @param name such as {@code ASEMME9}
 * @param title such as {@code From Bangkok to Malta}
 * @param zone where its days end
 * @param deadline the day updates are asked for
 * @param freeze the day gathering ends
 */
record CycleFacts(String name, String title, ZoneId zone, LocalDate deadline, LocalDate freeze) {

	CycleFacts {
		title = OneLine.of(title);
	}

	/**
	 * Until when a revision is asked for: the deadline, or once it is over the freeze.
	 */
	LocalDate stillOpenOn(LocalDate today) {
		return today.isAfter(this.deadline) ? this.freeze : this.deadline;
	}

}
