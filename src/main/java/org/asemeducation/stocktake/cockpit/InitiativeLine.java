package org.asemeducation.stocktake.cockpit;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of initiatives.
 *
 * @param initiative its id
 * @param title as the cycle asks for it
 * @param party who coordinates it; {@code null} when nobody does
 * @param state see {@link Standing#word()}
 * @param due the day by whose end, in the cycle's zone, the next step is due;
 * {@code null} once settled
 * @param overdue whether that day is past
 * @param extended whether it was given more time than others
 * @param step what happened last: {@code asked}, {@code reminded}, {@code draft-saved},
 * {@code submitted}, {@code returned}, {@code accepted}, {@code no-update-received} or
 * {@code draft-not-submitted}; {@code null} when nothing has
 * @param version the version that was submitted, returned or accepted; {@code null} for
 * other steps
 * @param late whether what was submitted came after its day
 * @param at when the last step happened
 * @param process the running process instance; {@code null} when there is none
 */
record InitiativeLine(String initiative, String title, @Nullable String party, String state, @Nullable LocalDate due,
		boolean overdue, boolean extended, @Nullable String step, @Nullable Integer version, boolean late,
		@Nullable Instant at, @Nullable String process) {
}
