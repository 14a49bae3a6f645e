package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.jspecify.annotations.Nullable;

/**
 * A gathering under way, as far as reminders go.
 *
 * @param cycle whose
 * @param zone where its days end
 * @param deadline the day updates are asked for
 * @param freeze its last day
 * @param freezeBefore its last day before that moved; {@code null} when it never did
 * @param ladders what coordinators are reminded by
 */
record Gathering(CycleName cycle, ZoneId zone, CountingDay deadline, CountingDay freeze,
		@Nullable LocalDate freezeBefore, List<Rungs> ladders) {

	/** The same gathering with the days of a cycle as it stood. */
	Gathering as(Cycle cycle) {
		return new Gathering(this.cycle, this.zone, CountingDay.always(cycle.date(DeadlineKind.DEADLINE)),
				CountingDay.always(cycle.date(DeadlineKind.FREEZE)), null, this.ladders);
	}

	/** The last instant of the gathering. */
	Instant frozenAt() {
		return Cycle.endOf(this.freeze.on(), this.zone);
	}

	/**
	 * The day that counts for an update that came back: since the return, or since the
	 * move of the freeze that moved it.
	 */
	CountingDay revisionDay(Instant returnedAt) {
		LocalDate returned = LocalDate.ofInstant(returnedAt, this.zone);
		LocalDate day = Cycle.revisionDay(returned, this.freeze.on());
		boolean moved = this.freezeBefore != null && !day.equals(Cycle.revisionDay(returned, this.freezeBefore));
		return new CountingDay(day,
				(moved && this.freeze.since().isAfter(returnedAt)) ? this.freeze.since() : returnedAt);
	}

}
