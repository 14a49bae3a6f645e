package org.asemeducation.stocktake.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes dates into a text that names them by their distance from today in days:
 * {@code ${-8}}, {@code ${year 110}}, {@code ${month -250}}. A Saturday or Sunday becomes
 * the Friday before, so that nothing overtakes anything.
 *
 * @param today the day from which to count
 */
record RelativeDates(LocalDate today) {

	private static final Pattern PLACE = Pattern.compile("\\$\\{(?:(year|month) )?(-?\\d+)}");

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	String into(String text) {
		return PLACE.matcher(text)
			.replaceAll((place) -> word(place.group(1), this.today.plusDays(Long.parseLong(place.group(2)))));
	}

	private static String word(@Nullable String unit, LocalDate date) {
		if ("year".equals(unit)) {
			return Integer.toString(date.getYear());
		}
		if ("month".equals(unit)) {
			return MONTH.format(date);
		}
		return (WEEKEND.contains(date.getDayOfWeek()) ? date.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : date)
			.toString();
	}

}
