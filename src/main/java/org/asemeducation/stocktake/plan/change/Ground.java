package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.plan.PlanRow;

/**
 * The plan where a change meets it.
 *
 * @param initiative the row that is changed, as the last change left it
 * @param lastDay from when on that holds
 * @param other the second row of a merger or split
 * @param otherLastDay from when on that holds
 * @param actions titles by number, on the day of the change
 * @param nextPosition where a further row of the action stands
 * @param firstDay the first day that the plan's history knows of
 */
record Ground(Optional<PlanRow> initiative, Optional<LocalDate> lastDay, Optional<PlanRow> other,
		Optional<LocalDate> otherLastDay, Map<Integer, String> actions, int nextPosition, LocalDate firstDay) {
}
