package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.asemeducation.stocktake.access.ContactId;

/**
 * Somebody who may be reminded, with the clock on their wall.
 *
 * @param id who
 * @param zone their own zone, or the cycle's where they have none
 */
record LocalContact(ContactId id, ZoneId zone) {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	/** Nine o'clock on that day, where they are. */
	Instant morningOf(LocalDate day) {
		return day.atTime(MORNING).atZone(this.zone).toInstant();
	}

	LocalDate dayOf(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

}
