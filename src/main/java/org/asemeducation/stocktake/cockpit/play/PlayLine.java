package org.asemeducation.stocktake.cockpit.play;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An initiative in the table of all.
 *
 * @param parties who coordinates it; empty when nobody does
 * @param standing where it stands, as the database writes it
 * @param due the day by whose end its next step is due; {@code null} once settled
 * @param daysLate how many days that day is past; 0 when it is not, or before it is asked
 * for
 */
record PlayLine(String initiative, String title, String parties, String standing, @Nullable LocalDate due,
		int daysLate) {
}
