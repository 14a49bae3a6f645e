package org.asemeducation.stocktake.update.note;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a note says.
 *
 * @param day when it was
 * @param text a line or more, of any script
 * @param link a web address; {@code null} for none
 * @param caption of its picture; {@code null} while nobody has said it, as the next two
 * @param credit of its picture
 * @param alternative what one sees on its picture
 * @param consent whether those shown agree to publication
 */
record NoteWords(LocalDate day, String text, @Nullable String link, @Nullable String caption, @Nullable String credit,
		@Nullable String alternative, boolean consent) {

	/** Of a text, in characters: as of the fields that it may be put into. */
	static final int LONGEST = 20_000;

	private static final int LONGEST_LINK = 2_000;

	private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#\\\\]+[^\\s]*");

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	/**
	 * Reads it as it was sent.
	 * @throws Refused with a sentence for each field that cannot be kept so
	 */
	static NoteWords of(@Nullable String day, @Nullable String text, @Nullable String link, @Nullable String caption,
			@Nullable String credit, @Nullable String alternative, boolean consent) {
		List<Problem> problems = new ArrayList<>();
		LocalDate on = date(day);
		if (on == null) {
			problems.add(new Problem("day", "Say which day it was, in the years %d to %d, such as 2026-05-22."
				.formatted(FIRST_YEAR, LAST_YEAR)));
		}
		String words = filled(text);
		if (words == null) {
			problems.add(new Problem("text", "Write what to remember."));
		}
		String address = filled(link);
		if (address != null && (address.length() > LONGEST_LINK || !WEB.matcher(address).matches())) {
			problems.add(new Problem("link",
					"Give a web address that begins with https:// or http://, in at most %,d characters, or leave it empty."
						.formatted(LONGEST_LINK)));
		}
		NoteWords said = new NoteWords((on != null) ? on : LocalDate.MIN, (words != null) ? words : "", address,
				filled(caption), filled(credit), filled(alternative), consent);
		tooLong("text", said.text, problems);
		tooLong("caption", said.caption, problems);
		tooLong("credit", said.credit, problems);
		tooLong("alternative", said.alternative, problems);
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is noted yet: see below.", problems);
		}
		return said;
	}

	private static @Nullable LocalDate date(@Nullable String day) {
		try {
			LocalDate date = (day != null) ? LocalDate.parse(day.strip()) : null;
			return (date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) ? date : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable String filled(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	private static void tooLong(String field, @Nullable String text, List<Problem> problems) {
		if (text != null && text.length() > LONGEST) {
			problems.add(new Problem(field, "Shorten the text: %,d characters are more than the %,d there is room for."
				.formatted(text.length(), LONGEST)));
		}
	}

}
