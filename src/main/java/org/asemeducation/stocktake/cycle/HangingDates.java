package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where the deadlines go that hang on a meeting. One that has passed, or could not be
 * where it would come to lie, stays and says why: a meeting takes place whenever it does.
 */
final class HangingDates {

	private final Cycle cycle;

	private final Instant now;

	private final Map<DeadlineKind, DateShift> shifts = new EnumMap<>(DeadlineKind.class);

	private HangingDates(Cycle cycle, Instant now) {
		this.cycle = cycle;
		this.now = now;
	}

	/**
	 * What follows from the new day of a meeting.
	 * @param cycle the cycle before
	 * @param hanging the deadlines that hang on the meeting
	 * @param meeting its new day
	 * @param now the moment of the move
	 * @return a shift for each that would lie on another day, in the usual order
	 */
	static List<DateShift> after(Cycle cycle, List<StandingDate> hanging, LocalDate meeting, Instant now) {
		HangingDates dates = new HangingDates(cycle, now);
		for (StandingDate date : hanging) {
			LocalDate to = meeting.minusDays(Optional.ofNullable(date.daysBefore()).orElseThrow());
			if (!to.equals(date.on())) {
				DateShift shift = new DateShift(date.name(), date.on(), to, date.hangsOn(), null);
				DeadlineKind kind = date.name().deadline().orElseThrow();
				dates.shifts.put(kind, dates.objection(kind, to).map(shift::stay).orElse(shift));
			}
		}
		dates.keepOrder(DeadlineKind.DEADLINE, DeadlineKind.FREEZE);
		if (!DateRules.asked(cycle)) {
			dates.keepOrder(DeadlineKind.REQUEST, DeadlineKind.DEADLINE);
		}
		dates.keepOrder(DeadlineKind.DEADLINE, DeadlineKind.FREEZE);
		return List.copyOf(dates.shifts.values());
	}

	private Optional<String> objection(DeadlineKind kind, LocalDate to) {
		LocalDate today = LocalDate.ofInstant(this.now, this.cycle.zone());
		Optional<String> fixed = DateRules.settled(this.cycle, kind, this.now);
		if (fixed.isPresent()) {
			return fixed;
		}
		if (this.cycle.date(kind).isBefore(today)) {
			return Optional.of("%s has passed.".formatted(capital(kind)));
		}
		return to.isBefore(today) ? Optional.of("It would fall on %s, which is past.".formatted(DateRules.day(to)))
				: Optional.empty();
	}

	/** Two days that would change places: the one that moves the wrong way stays. */
	private void keepOrder(DeadlineKind first, DeadlineKind second) {
		if (!day(first).isAfter(day(second))) {
			return;
		}
		if (day(first).isAfter(this.cycle.date(first))) {
			stay(first, "It would fall after %s (%s).".formatted(second.inWords(), DateRules.day(day(second))));
		}
		else {
			stay(second, "It would fall before %s (%s).".formatted(first.inWords(), DateRules.day(day(first))));
		}
	}

	private void stay(DeadlineKind kind, String reason) {
		this.shifts.computeIfPresent(kind, (one, shift) -> shift.stay(reason));
	}

	private LocalDate day(DeadlineKind kind) {
		@Nullable DateShift shift = this.shifts.get(kind);
		return (shift != null && shift.to() != null) ? shift.to() : this.cycle.date(kind);
	}

	private static String capital(DeadlineKind kind) {
		return "The" + kind.inWords().substring("the".length());
	}

}
