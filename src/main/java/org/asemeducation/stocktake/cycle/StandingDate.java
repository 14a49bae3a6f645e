package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A date of a cycle as it stands.
 *
 * @param name which
 * @param on the day; {@code null} for a meeting without one
 * @param version rises with each move
 * @param hangsOn the meeting that it goes with; {@code null} for a date of its own
 * @param daysBefore how many days before that meeting; {@code null} for a date of its own
 */
record StandingDate(DateName name, @Nullable LocalDate on, int version, @Nullable MeetingKind hangsOn,
		@Nullable Integer daysBefore) {

	boolean hangsOn(MeetingKind meeting) {
		return this.hangsOn == meeting;
	}

}
