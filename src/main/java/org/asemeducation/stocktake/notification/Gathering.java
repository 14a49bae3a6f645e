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
 * @param deadlineBefore that day before it moved; {@code null} when it never did
 * @param freeze its last day
 * @param freezeBefore its last day before that moved; {@code null} when it never did
 * @param ladders what coordinators are reminded by
 * @param over whether it has ended: then only what the AES holds open longer is waited
 * for
 */
record Gathering(CycleName cycle, ZoneId zone, CountingDay deadline, @Nullable LocalDate deadlineBefore,
		CountingDay freeze, @Nullable LocalDate freezeBefore, List<Rungs> ladders, boolean over) {

	/** The same gathering with the days of a cycle as it stood. */
	Gathering as(Cycle cycle) {
		return new Gathering(this.cycle, this.zone, CountingDay.always(cycle.date(DeadlineKind.DEADLINE)), null,
				CountingDay.always(cycle.date(DeadlineKind.FREEZE)), null, this.ladders, this.over);
	}

	/** The same gathering, ended or not. */
	Gathering as(boolean over) {
		return new Gathering(this.cycle, this.zone, this.deadline, this.deadlineBefore, this.freeze, this.freezeBefore,
				this.ladders, over);
	}

	/**
	 * The day that an update is asked for, which the rule calls D.
	 * @param more the time it was given; {@code null} for none
	 * @return the later of that and the deadline, since it has been so
	 */
	CountingDay deadline(@Nullable MoreTime more) {
		if (more == null) {
			return this.deadline;
		}
		LocalDate extended = more.countsTo(this.freeze.on());
		if (extended.isBefore(this.deadline.on())) {
			return this.deadline;
		}
		boolean wasLater = this.deadlineBefore != null && this.deadlineBefore.isAfter(extended);
		return since(extended, more, wasLater ? this.deadline.since() : Instant.MIN);
	}

	/**
	 * The last instant at which an update can be written.
	 * @param more the time it was given; {@code null} for none
	 */
	Instant frozenAt(@Nullable MoreTime more) {
		return Cycle.endOf(lastDay(this.freeze.on(), more), this.zone);
	}

	/**
	 * The day that counts for an update that came back: since the return, or since the
	 * move of the freeze that moved it, or since it was given more time.
	 * @param returnedAt when it came back
	 * @param more the time it was given; {@code null} for none
	 */
	CountingDay revisionDay(Instant returnedAt, @Nullable MoreTime more) {
		LocalDate returned = LocalDate.ofInstant(returnedAt, this.zone);
		LocalDate day = Cycle.revisionDay(returned, lastDay(this.freeze.on(), more));
		if (more != null && more.countsTo(this.freeze.on()).isAfter(day)) {
			CountingDay extended = since(more.countsTo(this.freeze.on()), more, Instant.MIN);
			return new CountingDay(extended.on(), later(extended.since(), returnedAt));
		}
		boolean moved = this.freezeBefore != null
				&& !day.equals(Cycle.revisionDay(returned, lastDay(this.freezeBefore, more)));
		return new CountingDay(day, moved ? later(this.freeze.since(), returnedAt) : returnedAt);
	}

	private CountingDay since(LocalDate extended, MoreTime more, Instant moved) {
		boolean capped = this.freezeBefore != null && !more.countsTo(this.freezeBefore).equals(extended);
		Instant since = later(more.grantedAt(), moved);
		return new CountingDay(extended, capped ? later(since, this.freeze.since()) : since);
	}

	private static LocalDate lastDay(LocalDate freeze, @Nullable MoreTime more) {
		return (more != null && more.pastFreeze() && more.until().isAfter(freeze)) ? more.until() : freeze;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * The time that the AES has given to one update.
	 *
	 * @param until the day
	 * @param pastFreeze whether it counts after the freeze too
	 * @param grantedAt since when
	 */
	record MoreTime(LocalDate until, boolean pastFreeze, Instant grantedAt) {

		LocalDate countsTo(LocalDate freeze) {
			return (!this.pastFreeze && this.until.isAfter(freeze)) ? freeze : this.until;
		}

	}

}
