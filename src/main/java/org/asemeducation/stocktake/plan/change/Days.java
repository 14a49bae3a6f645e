package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Days as people write and read them.
 */
public final class Days {

	private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private Days() {
	}

	/**
	 * A day in words.
	 * @param day the day
	 * @return such as {@code 1 May 2026}
	 */
	public static String inWords(LocalDate day) {
		return WORDS.format(day);
	}

	/**
	 * Reads a day.
	 * @param written such as {@code 2026-05-01}
	 * @return the day, between 1900 and 9999
	 * @throws IllegalArgumentException with a sentence when it is none
	 */
	public static LocalDate read(@Nullable String written) {
		String text = (written != null) ? written.strip() : "";
		try {
			LocalDate day = LocalDate.parse(text);
			if (day.getYear() >= 1900 && day.getYear() <= 9999) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// said below
		}
		throw new IllegalArgumentException(
				text.isEmpty() ? "Give a day, as in 2026-12-24." : "“%s” is not a day: give one as in 2026-12-24."
					.formatted(text.substring(0, Math.min(text.length(), 40))));
	}

	static String sentence(String text) {
		String words = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
		return words.endsWith(".") ? words : words + ".";
	}

}
