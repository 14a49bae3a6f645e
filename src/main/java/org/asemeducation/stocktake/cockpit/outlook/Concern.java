package org.asemeducation.stocktake.cockpit.outlook;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An initiative, or a commissioned chapter, that the secretariat should look at.
 *
 * @param kind why
 * @param initiative its id; {@code chapter-1} and so on for a chapter
 * @param title as the cycle asks for it
 * @param since the day in the cycle's zone from which it is so
 * @param about whom or what it is about, in words; {@code null} where the kind says all
 * @param task the open task in Tasklist that mends it; {@code null} where there is none
 */
public record Concern(ConcernKind kind, String initiative, String title, LocalDate since, @Nullable String about,
		@Nullable String task) {
}
