package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days in English, with what they need to be unmistakable.
 */
final class DateWords {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

	private DateWords() {
	}

	/** Such as {@code Friday 15 September 2023}. */
	static String day(LocalDate day) {
		return DAY.format(day);
	}

	/** Such as {@code Friday 15 September 2023, 14:05 in Rome (Europe/Rome)}. */
	static String moment(Instant moment, ZoneId zone) {
		return "%s, %s".formatted(day(LocalDate.ofInstant(moment, zone)), time(moment, zone));
	}

	/** Such as {@code 14:05 in Rome (Europe/Rome)}. */
	static String time(Instant moment, ZoneId zone) {
		return "%s in %s".formatted(TIME.format(moment.atZone(zone)), place(zone));
	}

	/** Such as {@code Friday 15 September 2023, 14:05}. */
	static String hour(Instant moment, ZoneId zone) {
		ZonedDateTime there = moment.atZone(zone);
		return "%s, %s".formatted(day(there.toLocalDate()), TIME.format(there));
	}

	/** Such as {@code 1 day}. */
	static String days(long days) {
		return (days == 1) ? "1 day" : days + " days";
	}

	/** Such as {@code Rome (Europe/Rome)}. */
	static String place(ZoneId zone) {
		String id = zone.getId();
		int slash = id.lastIndexOf('/');
		return (slash < 0) ? id : "%s (%s)".formatted(id.substring(slash + 1).replace('_', ' '), id);
	}

}
