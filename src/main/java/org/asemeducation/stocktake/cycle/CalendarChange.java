package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves dates, whoever asks for it: first the rows, which is all that a look ahead does,
 * then what follows from them in the engine and by mail. The caller holds the cycle's
 * lock, unless it takes everything back.
 */
@Component
class CalendarChange {

	private final CalendarRows rows;

	private final MoveDateProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarChange(CalendarRows rows, MoveDateProcess process, Audit audit, ApplicationEventPublisher events,
			Clock clock) {
		this.rows = rows;
		this.process = process;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives a date and whatever hangs on it their new days.
	 * @param cycle the cycle as it stands
	 * @param date the date as it stands
	 * @param to its new day; {@code null} for a meeting that is postponed without one,
	 * whose deadlines wait where they are
	 * @return what moves and what would but stays, the date itself first
	 */
	List<DateShift> write(Cycle cycle, StandingDate date, @Nullable LocalDate to) {
		List<DateShift> shifts = new ArrayList<>();
		shifts.add(DateShift.itself(date.name(), date.on(), to));
		Optional<MeetingKind> meeting = date.name().meeting();
		if (meeting.isPresent() && to != null) {
			shifts.addAll(HangingDates.after(cycle, this.rows.hangingOn(cycle.name(), meeting.get()), to,
					this.clock.instant()));
		}
		shifts.stream().filter(DateShift::moves).forEach((shift) -> this.rows.move(cycle.name(), shift));
		return shifts;
	}

	/**
	 * Has everything follow that hangs on dates: timers, tasks, mails.
	 * @param before the cycle as it stood
	 * @param shifts what has moved, the reason first
	 * @param reason why, as somebody put it
	 * @param by the user id
	 */
	void follow(Cycle before, List<DateShift> shifts, String reason, String by) {
		for (DateShift shift : shifts) {
			if (shift.moves()) {
				this.rows.remember(before.name(), shift, reason, by);
				if (shift.because() != null) {
					said(before, shift, "goes with " + shift.because(), by);
				}
			}
		}
		this.process.moved(before.name());
		this.events.publishEvent(new DatesMoved(before));
	}

	/** Writes into the audit that a date has moved, and why. */
	void said(Cycle before, DateShift shift, String reason, String by) {
		this.audit.record(by, "move date", "%s/%s".formatted(before.name(), shift.name()), inWords(shift.from()),
				"%s: %s".formatted(inWords(shift.to()), reason));
	}

	private static String inWords(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "no day";
	}

}
