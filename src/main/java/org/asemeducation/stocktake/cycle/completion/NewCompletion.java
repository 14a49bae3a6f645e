package org.asemeducation.stocktake.cycle.completion;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.NewCycle;
import org.jspecify.annotations.Nullable;

/**
 * A round as the AES proposes to open it.
 *
 * @param name letters, digits and hyphens, such as {@code PLAN-2021}
 * @param title in words
 * @param zone IANA name; the end of a day is its last instant there
 * @param request parties are asked at 09:00 on this day
 * @param deadline words are asked for by the end of this day
 * @param freeze nothing is taken in after this day
 * @param reminders in days from the deadline; {@code null} for the usual days
 * @param freezeReminders in days from the freeze; {@code null} for never
 * @param leftOut contacts who are not asked until somebody says so; {@code null} for none
 * @param file what its owner calls the draft
 * @param plan the draft, as a plan file in YAML
 * @param asked by the placeholder's position: who is asked, by acronym or name, with
 * semicolons between them; empty where a coordinator is still to be found
 */
public record NewCompletion(@Nullable String name, @Nullable String title, @Nullable String zone,
		@Nullable LocalDate request, @Nullable LocalDate deadline, @Nullable LocalDate freeze,
		@Nullable List<Integer> reminders, @Nullable List<Integer> freezeReminders,
		@Nullable List<@Nullable Long> leftOut, @Nullable String file, @Nullable String plan,
		@Nullable Map<Integer, String> asked) {

	/**
	 * Days that the AES has after the freeze to look at what came, and to complete the
	 * plan.
	 */
	static final int DAYS_TO_REVIEW = 14;

	private static final int LAST_YEAR = 9999;

	/** Its calendar: like a cycle's, without meetings and what follows from them. */
	NewCycle calendar() {
		return new NewCycle(this.name, this.title, this.zone, List.of(), this.request, this.deadline, this.freeze,
				(this.freeze != null && this.freeze.getYear() <= LAST_YEAR) ? this.freeze.plusDays(DAYS_TO_REVIEW)
						: this.freeze,
				null, null, List.of(), this.reminders, this.freezeReminders, this.leftOut);
	}

	/** Who is asked about one placeholder, as somebody named them. */
	List<String> asked(int position) {
		String names = Optional.ofNullable(this.asked).map((it) -> it.get(position)).orElse("");
		return Arrays.stream(names.split(";")).map(String::strip).filter((it) -> !it.isEmpty()).distinct().toList();
	}

}
