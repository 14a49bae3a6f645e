package org.asemeducation.stocktake.cycle.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What the secretariat records of a meeting, as it was filled in; every field may be
 * missing.
 *
 * @param outcome {@code decided}, {@code turned-down} or {@code postponed}
 * @param meeting that decided it, or to which it is put off, such as
 * {@code SOM1 (ASEMME9)}
 * @param day on which it was decided, such as {@code 2026-05-01}
 * @param from the day of UTC from which the change of the plan holds
 * @param words what was said
 * @param id of a new initiative
 * @param content the proposal as it was decided
 */
record MeetingSaid(@Nullable String outcome, @Nullable String meeting, @Nullable String day, @Nullable String from,
		@Nullable String words, @Nullable String id, @Nullable ProposedContent content) {
}
