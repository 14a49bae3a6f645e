package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.stereotype.Component;

/**
 * Which dates cannot be moved, or not to where somebody wants them. Whatever is merely
 * unusual is no reason to refuse.
 */
@Component
class DateRules {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private final Meetings meetings;

	private final Clock clock;

	DateRules(Meetings meetings, Clock clock) {
		this.meetings = meetings;
		this.clock = clock;
	}

	/**
	 * Why a date cannot be moved any more.
	 * @param cycle the cycle as it stands
	 * @param name which date
	 * @return a sentence, or nothing when it can
	 */
	Optional<String> settled(Cycle cycle, DateName name) {
		return name.deadline()
			.map((kind) -> settled(cycle, kind, this.clock.instant()))
			.orElseGet(() -> settled(this.meetings.of(cycle.name(), name.meeting().orElseThrow())));
	}

	/**
	 * Why a deadline cannot be moved any more.
	 * @param cycle the cycle as it stands
	 * @param kind which deadline
	 * @param now the moment
	 * @return a sentence, or nothing when it can
	 */
	static Optional<String> settled(Cycle cycle, DeadlineKind kind, Instant now) {
		if (cycle.state() == Cycle.State.PUBLISHED) {
			return Optional.of("%s is published: its deadlines stand.".formatted(cycle.name()));
		}
		if (cycle.state() == Cycle.State.ENDED) {
			return Optional.of("%s is closed: its deadlines stand.".formatted(cycle.name()));
		}
		return switch (kind) {
			case REQUEST -> (cycle.requestedAt() != null || !now.isBefore(cycle.requestAt()))
					? Optional.of("The requests of %s have gone out: their date stands.".formatted(cycle.name()))
					: Optional.empty();
			case DEADLINE,
					FREEZE ->
				(cycle.closedAt() != null || now.isAfter(cycle.endOf(DeadlineKind.FREEZE))) ? Optional
					.of("The gathering of %s is over: its deadline and its freeze stand.".formatted(cycle.name()))
						: Optional.empty();
			default -> Optional.empty();
		};
	}

	private static Optional<String> settled(Meeting meeting) {
		return switch (meeting.state()) {
			case Meeting.PLANNED, Meeting.CONFIRMED -> Optional.empty();
			case Meeting.DROPPED -> Optional.of("%s was dropped: it has no day to move.".formatted(meeting.kind()));
			default -> Optional
				.of("%s was held: its day stands. Correct it where the meeting is recorded.".formatted(meeting.kind()));
		};
	}

	/**
	 * Refuses what cannot be.
	 * @param cycle the cycle as it stands
	 * @param date the date as it stands
	 * @param to its new day
	 * @throws Refused with the reason
	 */
	void check(Cycle cycle, StandingDate date, LocalDate to) {
		settled(cycle, date.name()).ifPresent((reason) -> {
			throw Refused.conflict("Nothing is moved: " + reason);
		});
		objection(cycle, date, to).ifPresent((message) -> {
			throw Refused.invalid("Nothing is moved yet.", List.of(new Problem("to", message)));
		});
	}

	private Optional<String> objection(Cycle cycle, StandingDate date, LocalDate to) {
		if (to.isBefore(LocalDate.ofInstant(this.clock.instant(), cycle.zone()))) {
			return Optional.of("%s is past: choose today or a later day.".formatted(day(to)));
		}
		if (to.equals(date.on())) {
			return Optional.of("It is on %s already.".formatted(day(to)));
		}
		if (to.getYear() > 9999) {
			return Optional.of("Choose a day before the year 10000.");
		}
		return date.name().deadline().flatMap((kind) -> order(cycle, kind, to));
	}

	/** Nobody can be asked after the deadline, nor write after the freeze. */
	private static Optional<String> order(Cycle cycle, DeadlineKind kind, LocalDate to) {
		return switch (kind) {
			case REQUEST -> notAfter(cycle, to, DeadlineKind.DEADLINE);
			case DEADLINE -> (asked(cycle) ? Optional.<String>empty() : notBefore(cycle, to, DeadlineKind.REQUEST))
				.or(() -> notAfter(cycle, to, DeadlineKind.FREEZE));
			case FREEZE -> notBefore(cycle, to, DeadlineKind.DEADLINE);
			default -> Optional.empty();
		};
	}

	/**
	 * Whether the requests have gone out, on whichever day: their date means nothing any
	 * more.
	 */
	static boolean asked(Cycle cycle) {
		return cycle.requestedAt() != null;
	}

	private static Optional<String> notAfter(Cycle cycle, LocalDate to, DeadlineKind later) {
		return to.isAfter(cycle.date(later)) ? Optional.of("Choose a day on or before %s (%s), or move that first."
			.formatted(later.inWords(), day(cycle.date(later)))) : Optional.empty();
	}

	private static Optional<String> notBefore(Cycle cycle, LocalDate to, DeadlineKind earlier) {
		return to.isBefore(cycle.date(earlier)) ? Optional.of("Choose a day on or after %s (%s), or move that first."
			.formatted(earlier.inWords(), day(cycle.date(earlier)))) : Optional.empty();
	}

	/** Such as {@code Friday 15 September 2023}. */
	static String day(LocalDate day) {
		return DAY.format(day);
	}

}
