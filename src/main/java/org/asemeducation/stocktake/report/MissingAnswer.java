package org.asemeducation.stocktake.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.report.model.Instead;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat has chosen to print where no update was accepted.
 *
 * @param initiative the initiative's id
 * @param choice which of three
 * @param instead the text; {@code null} for the line alone
 */
record MissingAnswer(String initiative, Choice choice, @Nullable Instead instead) {

	/** What can be printed. */
	enum Choice {

		/** The line alone. */
		NO_UPDATE,
		/** The line, and the last accepted text with its year. */
		CARRIED_FORWARD,
		/** The line, and what the secretariat writes, with its disclaimer. */
		DESK_UPDATE;

		static Optional<Choice> of(String word) {
			return Arrays.stream(values()).filter((it) -> it.word().equals(word)).findFirst();
		}

		/** As in tables, forms and JSON. */
		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
