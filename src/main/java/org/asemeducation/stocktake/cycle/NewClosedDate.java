package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.asemeducation.stocktake.access.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Days that somebody enters as closed.
 *
 * @param from the first day
 * @param to the last day; the first where nothing else was said
 * @param party whose
 * @param reason why
 */
record NewClosedDate(LocalDate from, LocalDate to, PartyId party, String reason) {

	private static final int LONGEST = 200;

	private static final int MOST_DAYS = 366;

	NewClosedDate {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException(
					"The last day (%s) is before the first (%s): swap them.".formatted(to, from));
		}
		if (to.isAfter(from.plusDays(MOST_DAYS - 1))) {
			throw new IllegalArgumentException(
					"From %s to %s is more than a year: give the days of one closure.".formatted(from, to));
		}
		reason = reason.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
		if (reason.isEmpty() || reason.length() > LONGEST) {
			throw new IllegalArgumentException(
					"Say in at most %d characters why it is closed, as in \"Lunar New Year\".".formatted(LONGEST));
		}
	}

	/**
	 * From a form's fields.
	 * @throws IllegalArgumentException with a sentence about what is missing or wrong
	 */
	static NewClosedDate of(@Nullable String from, @Nullable String to, PartyId party, @Nullable String reason) {
		LocalDate first = day(text(from), "first");
		return new NewClosedDate(first, text(to).isEmpty() ? first : day(text(to), "last"), party, text(reason));
	}

	private static String text(@Nullable String field) {
		return (field != null) ? field.strip() : "";
	}

	private static LocalDate day(String written, String which) {
		try {
			LocalDate day = LocalDate.parse(written);
			if (day.getYear() >= 1900 && day.getYear() <= 9999) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// said below
		}
		throw new IllegalArgumentException(
				"\"%s\" is not a day: give the %s day as in 2026-12-24.".formatted(written, which));
	}

}
