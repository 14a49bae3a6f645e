package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
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

	/** A day on which an update can still come: the one asked for, or the last of all. */
	LocalDate stillOpenOn(LocalDate due, Instant now) {
		return LocalDate.ofInstant(now, this.zone).isAfter(due) ? this.freeze : due;
	}

}
