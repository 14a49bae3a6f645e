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

	/** Such as {@code Friday 15 September 2023, end of day in Rome (Europe/Rome)}. */
	static String endOf(LocalDate day, ZoneId zone) {
		return "%s, end of day in %s".formatted(day(day), place(zone));
	}

	/** Such as {@code Friday 15 September 2023, 14:05 in Rome (Europe/Rome)}. */
	static String moment(Instant moment, ZoneId zone) {
		ZonedDateTime there = moment.atZone(zone);
		return "%s, %s in %s".formatted(day(there.toLocalDate()), TIME.format(there), place(zone));
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
