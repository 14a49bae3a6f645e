package org.asemeducation.stocktake.plan;

import java.time.LocalDate;

/**
 * What a change of the plan rests on.
 *
 * @param from the first day of UTC on which it holds
 * @param reason why, at most 500 characters
 * @param decidedBy the meeting that decided it, or {@code secretariat}; at most 200
 * characters
 */
public record Basis(LocalDate from, String reason, String decidedBy) {

	/** Who decides what no meeting decided. */
	public static final String SECRETARIAT = "secretariat";

	private static final int LONGEST_MEETING = 200;

	public Basis {
		reason = line(reason);
		decidedBy = line(decidedBy).isEmpty() ? SECRETARIAT : line(decidedBy);
		if (reason.isEmpty() || reason.length() > Text.SHORT) {
			throw new IllegalArgumentException("Say in at most %d characters why.".formatted(Text.SHORT));
		}
		if (decidedBy.length() > LONGEST_MEETING) {
			throw new IllegalArgumentException(
					"Name the meeting that decided it in at most %d characters.".formatted(LONGEST_MEETING));
		}
	}

	/**
	 * The same of words that were written for another place: what is too long is cut.
	 * @param from the first day of UTC on which it holds
	 * @param reason why
	 * @param decidedBy who decided it
	 * @return the basis
	 */
	public static Basis cut(LocalDate from, String reason, String decidedBy) {
		return new Basis(from, cut(reason, Text.SHORT), cut(decidedBy, LONGEST_MEETING));
	}

	private static String cut(String text, int longest) {
		String line = line(text);
		return (line.length() <= longest) ? line : line.substring(0, longest - 1).strip() + "…";
	}

	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
	}

}
