package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is unusual about a calendar after a move, and no reason to refuse it.
 */
@Component
class DateWarnings {

	private final Meetings meetings;

	private final OffDays offDays;

	private final Clock clock;

	DateWarnings(Meetings meetings, OffDays offDays, Clock clock) {
		this.meetings = meetings;
		this.offDays = offDays;
		this.clock = clock;
	}

	/**
	 * What is to be thought about.
	 * @param after the cycle as it would stand
	 * @param moved the date that is moved, as it stood
	 * @param shifts what moves with it
	 * @return one sentence each
	 */
	List<String> of(Cycle after, StandingDate moved, List<DateShift> shifts) {
		List<String> warnings = new ArrayList<>();
		List<Meeting> calendar = this.meetings.of(after.name());
		if (moved.name().meeting().isPresent()) {
			outOfOrder(calendar).ifPresent(warnings::add);
		}
		lateForSom2(after, calendar, shifts).forEach(warnings::add);
		shifts.stream().filter(DateShift::moves).forEach((shift) -> {
			LocalDate to = shift.to();
			if (to != null) {
				warnings.addAll(this.offDays.warnings(shift.name(), to));
			}
		});
		if (moved.hangsOn() != null) {
			warnings.add("So far it goes along when %s moves. Once you move it, it is a date of its own and stays."
				.formatted(moved.hangsOn()));
		}
		if (moves(shifts, DeadlineKind.REQUEST) && !after.requestAt().isAfter(this.clock.instant())) {
			warnings.add("It is past 09:00 on that day: the requests go out at once.");
		}
		return warnings;
	}

	private static Optional<String> outOfOrder(List<Meeting> calendar) {
		@Nullable Meeting latest = null;
		for (Meeting meeting : calendar) {
			if (meeting.wasDropped() || meeting.day() == null) {
				continue;
			}
			if (latest != null && meeting.day().isBefore(latest.day())) {
				return Optional.of("%s (%s) would come before %s (%s), which usually precedes it.".formatted(
						meeting.kind(), DateRules.day(meeting.day()), latest.kind(), DateRules.day(latest.day())));
			}
			latest = meeting;
		}
		return Optional.empty();
	}

	/** Everything that is gathered and written is for SOM2. */
	private static List<String> lateForSom2(Cycle after, List<Meeting> calendar, List<DateShift> shifts) {
		Optional<LocalDate> som2 = calendar.stream()
			.filter((meeting) -> meeting.kind() == MeetingKind.SOM2 && !meeting.wasDropped())
			.findFirst()
			.map(Meeting::day);
		return shifts.stream()
			.filter((shift) -> som2.isPresent())
			.flatMap((shift) -> shift.name().deadline().stream())
			.filter((kind) -> after.date(kind).isAfter(som2.orElseThrow()))
			.map((kind) -> "%s (%s) would come after SOM2 (%s), for which it is needed.".formatted(
					capital(DateName.of(kind)), DateRules.day(after.date(kind)), DateRules.day(som2.orElseThrow())))
			.toList();
	}

	private static boolean moves(List<DateShift> shifts, DeadlineKind kind) {
		return shifts.stream().anyMatch((shift) -> shift.moves() && shift.name().equals(DateName.of(kind)));
	}

	private static String capital(DateName name) {
		String words = name.inWords();
		return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
	}

}
