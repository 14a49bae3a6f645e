package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Move a date": the new day, its version, its reason and whatever hangs on it count at
 * once, or nothing does.
 */
@Component
public class DateMoves {

	private final Cycles cycles;

	private final CalendarRows rows;

	private final DateRules rules;

	private final CalendarChange change;

	private final Addressees addressees;

	private final ApplicationEventPublisher events;

	DateMoves(Cycles cycles, CalendarRows rows, DateRules rules, CalendarChange change, Addressees addressees,
			ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.rows = rows;
		this.rules = rules;
		this.change = change;
		this.addressees = addressees;
		this.events = events;
	}

	/**
	 * Moves a date.
	 * @param name the cycle
	 * @param date which date
	 * @param move its new day, the version that the person has seen, and why
	 * @param by the user id
	 * @throws Refused when it cannot be moved, or not there, or somebody else has moved
	 * it meanwhile
	 */
	@Transactional
	public void move(CycleName name, DateName date, DateMove move, String by) {
		move.check();
		Cycle cycle = this.cycles.lock(name);
		List<DateShift> shifts = write(cycle, date, move);
		this.addressees.leaveOut(name, Addressees.Act.MOVE_DATE, move.contactsLeftOut(), by);
		this.change.said(cycle, shifts.get(0), move.reason().strip(), by);
		this.change.follow(cycle, shifts, move.reason().strip(), by);
		date.meeting().ifPresent((kind) -> this.events.publishEvent(new MeetingChanged(name, kind)));
	}

	/** The rows of a move, if it can be: what a look ahead takes back again. */
	List<DateShift> write(Cycle cycle, DateName name, DateMove move) {
		StandingDate date = this.rows.of(cycle.name(), name);
		LocalDate to = move.day();
		if (move.version() != null && move.version() != date.version()) {
			throw Refused.conflict("Nothing is moved: somebody has moved %s of %s meanwhile, to %s. Look at it again."
				.formatted(name.inWords(), cycle.name(), (date.on() != null) ? DateRules.day(date.on()) : "no day"));
		}
		this.rules.check(cycle, date, to);
		return this.change.write(cycle, date, to);
	}

	/**
	 * Has whatever hangs on a meeting follow the day that was said about it, for a
	 * meeting that is postponed or confirmed. Does nothing when that is the day it had.
	 * @param name the cycle, locked by the caller
	 * @param meeting the meeting, whose row has the day it had
	 * @param to the day that was said; {@code null} for none
	 * @param reason why
	 * @param leftOut contacts who are not written to about it
	 * @param by the user id
	 */
	void follow(CycleName name, MeetingKind meeting, @Nullable LocalDate to, String reason, List<Long> leftOut,
			String by) {
		StandingDate date = this.rows.of(name, DateName.of(meeting));
		boolean same = (to != null) ? to.equals(date.on()) : date.on() == null;
		if (!same) {
			Cycle cycle = this.cycles.get(name);
			List<DateShift> shifts = this.change.write(cycle, date, to);
			this.addressees.leaveOut(name, Addressees.Act.MOVE_DATE, leftOut, by);
			this.change.follow(cycle, shifts, reason, by);
		}
	}

}
