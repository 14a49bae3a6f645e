package org.asemeducation.stocktake.cockpit.outlook;

import java.time.LocalDate;

/**
 * A day of a cycle's calendar.
 *
 * @param name of the meeting, such as {@code SOM2}, or of the deadline, such as
 * {@code freeze}
 * @param on the day, in the cycle's zone
 * @param meeting whether it is a meeting
 */
public record CalendarDay(String name, LocalDate on, boolean meeting) {
}
