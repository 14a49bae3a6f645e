package org.asemeducation.stocktake.notification.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a calendar.
 *
 * @param uid what it is known by, whatever changes
 * @param sequence rises with each change
 * @param cancelled whether it is to vanish
 * @param start as iCalendar writes it, with its parameters
 * @param end the same; not part of it any more
 * @param summary one line
 * @param description lines; empty for none
 * @param url where it leads; {@code null} for nowhere
 */
record Event(String uid, int sequence, boolean cancelled, String start, String end, String summary, String description,
		@Nullable String url) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

	/** The hour before a moment, so that it is seen on the day that ends with it. */
	static Event until(String uid, int sequence, boolean cancelled, Instant moment, String summary, String description,
			@Nullable String url) {
		return new Event(uid, sequence, cancelled, ":" + stamp(moment.minusSeconds(3600)), ":" + stamp(moment), summary,
				description, url);
	}

	/** A whole day, wherever that is lived. */
	static Event on(String uid, int sequence, boolean cancelled, LocalDate day, String summary, String description) {
		return new Event(uid, sequence, cancelled, ";VALUE=DATE:" + DAY.format(day),
				";VALUE=DATE:" + DAY.format(day.plusDays(1)), summary, description, null);
	}

	/** The same, leading somewhere. */
	Event at(String address) {
		return new Event(this.uid, this.sequence, this.cancelled, this.start, this.end, this.summary, this.description,
				address);
	}

	/** Such as {@code 20230915T220000Z}. */
	static String stamp(Instant moment) {
		return MOMENT.format(moment);
	}

}
