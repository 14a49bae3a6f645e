package org.asemeducation.stocktake.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The cycle a report is about.
 *
 * @param name such as {@code ASEMME9}
 * @param title such as {@code From Bangkok to Malta}
 * @param zone IANA name; all days of the report are days in this zone
 * @param requestedAt when the coordinators were asked
 * @param closedAt when gathering ended
 * @param meetings in their order
 * @param dates the calendar of the stocktaking
 * @param questions what this cycle asked beside the form
 */
public record ReportCycle(String name, String title, String zone, @Nullable Instant requestedAt,
		@Nullable Instant closedAt, List<Meeting> meetings, List<CalendarDate> dates, List<Question> questions) {

	public ReportCycle {
		meetings = List.copyOf(meetings);
		dates = List.copyOf(dates);
		questions = List.copyOf(questions);
	}

	/**
	 * A meeting of the cycle.
	 *
	 * @param kind {@code ISOM}, {@code SOM1}, {@code SOM2} or {@code ASEMME}
	 * @param state {@code planned}, {@code confirmed}, {@code held} or {@code dropped}
	 * @param date when it was held, else when it is planned
	 * @param hybrid true where it is held in its place and online; {@code null} for any
	 * other, so that what was sealed before reads as it did
	 */
	public record Meeting(String kind, String state, @Nullable LocalDate date, @Nullable String place, boolean virtual,
			@Nullable Boolean hybrid, @Nullable String host) {
	}

	/**
	 * A date of the stocktaking.
	 *
	 * @param kind {@code request}, {@code deadline}, {@code freeze}, {@code reviews},
	 * {@code comments} or {@code papers}
	 */
	public record CalendarDate(String kind, LocalDate date) {
	}

	/**
	 * A question of the cycle.
	 */
	public record Question(int position, String text) {
	}

}
