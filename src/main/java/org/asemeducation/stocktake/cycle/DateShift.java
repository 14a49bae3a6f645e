package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a move means for one date.
 *
 * @param name which
 * @param from the day that counted; {@code null} for a meeting without one
 * @param to the day that counts then; {@code null} for a meeting postponed without one
 * @param because the meeting that it hangs on; {@code null} when it is moved itself
 * @param stays why it does not follow that meeting, in a sentence; {@code null} when it
 * moves
 */
record DateShift(DateName name, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable MeetingKind because,
		@Nullable String stays) {

	static DateShift itself(DateName name, @Nullable LocalDate from, @Nullable LocalDate to) {
		return new DateShift(name, from, to, null, null);
	}

	DateShift stay(String reason) {
		return new DateShift(this.name, this.from, this.from, this.because, reason);
	}

	boolean moves() {
		return this.stays == null;
	}

}
