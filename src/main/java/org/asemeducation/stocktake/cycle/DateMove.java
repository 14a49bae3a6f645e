package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to move a date.
 *
 * @param to the new day; needed
 * @param version of the date that they have seen; {@code null} for whichever counts
 * @param reason why, for those who look it up later; needed, but not to look ahead
 * @param leftOut contacts who are not written to about it; {@code null} for none
 */
public record DateMove(@Nullable LocalDate to, @Nullable Integer version, @Nullable String reason,
		@Nullable List<@Nullable Long> leftOut) {

	private static final int LONGEST = 1000;

	public DateMove(@Nullable LocalDate to, @Nullable Integer version, @Nullable String reason) {
		this(to, version, reason, null);
	}

	LocalDate day() {
		if (this.to == null) {
			throw Refused.invalid("Nothing is moved yet.", List.of(new Problem("to", "Give the new day.")));
		}
		return this.to;
	}

	List<Long> contactsLeftOut() {
		return LeftOut.contacts(this.leftOut);
	}

	void check() {
		List<Problem> problems = new ArrayList<>();
		if (this.to == null) {
			problems.add(new Problem("to", "Give the new day."));
		}
		if (this.reason == null || this.reason.isBlank()) {
			problems.add(new Problem("reason", "Say in a few words why the date moves."));
		}
		else if (this.reason.length() > LONGEST) {
			problems.add(new Problem("reason", "Say it in at most %d characters.".formatted(LONGEST)));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nothing is moved yet.", problems);
		}
	}

}
