package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How much time the AES gives to one update.
 *
 * @param until the new day, in the cycle's zone; needed
 * @param reason why, for those who look it up later; needed, but not to look ahead
 * @param pastFreeze whether it counts after the freeze too
 */
public record Grant(@Nullable LocalDate until, @Nullable String reason, boolean pastFreeze) {

	static final int LONGEST = 1000;

	LocalDate day() {
		if (this.until == null) {
			throw Refused.invalid("Nothing is extended yet.", List.of(new Problem("until", "Give the new day.")));
		}
		return this.until;
	}

	/**
	 * Refuses what says no day or no reason.
	 */
	public void check() {
		List<Problem> problems = new ArrayList<>();
		if (this.until == null) {
			problems.add(new Problem("until", "Give the new day."));
		}
		problems.addAll(wrong(this.reason, "Say in a few words why they get more time."));
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is extended yet.", problems);
		}
	}

	/** What is wrong with a reason: at most one thing. */
	static List<Problem> wrong(@Nullable String reason, String missing) {
		if (reason == null || reason.isBlank()) {
			return List.of(new Problem("reason", missing));
		}
		return (reason.length() > LONGEST)
				? List.of(new Problem("reason", "Say it in at most %d characters.".formatted(LONGEST))) : List.of();
	}

}
