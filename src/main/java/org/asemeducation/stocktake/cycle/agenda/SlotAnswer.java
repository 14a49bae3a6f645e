package org.asemeducation.stocktake.cycle.agenda;

import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the AES says to somebody who asked for a slot.
 *
 * @param given whether they get one
 * @param minutes how long; needed when given
 * @param at when in the meeting, in words; needed when given, else empty
 * @param because why not; needed when not given, else empty
 */
record SlotAnswer(boolean given, @Nullable Integer minutes, String at, String because) {

	SlotAnswer {
		at = at.strip();
		because = because.strip();
	}

	void check() {
		if (this.given && (this.minutes == null || this.minutes < 1 || this.minutes > NewSlot.MOST_MINUTES)) {
			throw invalid("minutes", "give the minutes as a number from 1 to %d.".formatted(NewSlot.MOST_MINUTES));
		}
		if (this.given && (this.at.isEmpty() || this.at.length() > NewSlot.LONGEST_TITLE)) {
			throw invalid("at", "say when in the meeting, in at most %d characters.".formatted(NewSlot.LONGEST_TITLE));
		}
		if (!this.given && (this.because.isEmpty() || this.because.length() > NewSlot.LONGEST_TEXT)) {
			throw invalid("because",
					"say why there is no slot, in at most %d characters.".formatted(NewSlot.LONGEST_TEXT));
		}
	}

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is answered: " + sentence, List.of(new Problem(field, sentence)));
	}

}
