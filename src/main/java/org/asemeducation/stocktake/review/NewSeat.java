package org.asemeducation.stocktake.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * A term that the AES enters.
 *
 * @param contact the register's number of the member
 * @param objective whose Expert Group; {@code null}: the Standing Working Group
 * @param from the first day
 * @param to the last day; {@code null} when it is open
 * @param chair whether they chair it
 */
record NewSeat(long contact, @Nullable Integer objective, LocalDate from, @Nullable LocalDate to, boolean chair) {

	NewSeat {
		if (to != null && to.isBefore(from)) {
			throw new IllegalArgumentException(
					"The last day (%s) is before the first (%s): swap them.".formatted(to, from));
		}
	}

	/**
	 * From a form's fields.
	 * @throws IllegalArgumentException with a sentence about what is missing or wrong
	 */
	static NewSeat of(@Nullable String contact, @Nullable String objective, @Nullable String from, @Nullable String to,
			boolean chair) {
		String member = text(contact);
		if (!member.matches("\\d{1,18}")) {
			throw new IllegalArgumentException("Say who sits there: choose one of the reviewers.");
		}
		String group = text(objective);
		if (!group.matches("\\d{0,3}")) {
			throw new IllegalArgumentException("Say where: choose the Standing Working Group or an Expert Group.");
		}
		return new NewSeat(Long.parseLong(member), group.isEmpty() ? null : Integer.valueOf(group),
				day(text(from), "first"), text(to).isEmpty() ? null : day(text(to), "last"), chair);
	}

	private static String text(@Nullable String field) {
		return (field != null) ? field.strip() : "";
	}

	private static LocalDate day(String written, String which) {
		try {
			LocalDate day = LocalDate.parse(written);
			if (day.getYear() >= 1990 && day.getYear() <= 9999) {
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
