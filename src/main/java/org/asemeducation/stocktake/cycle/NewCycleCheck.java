package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * What keeps a proposed cycle from being opened.
 */
final class NewCycleCheck {

	private static final int MOST_QUESTIONS = 5;

	private final NewCycle cycle;

	private final Set<DeadlineKind> needed;

	private final List<Problem> problems = new ArrayList<>();

	NewCycleCheck(NewCycle cycle, Set<DeadlineKind> needed) {
		this.cycle = cycle;
		this.needed = needed;
	}

	List<Problem> problems() {
		checkName();
		if (this.cycle.title() == null || this.cycle.title().isBlank()) {
			this.problems.add(new Problem("title", "Give the cycle a title, as in \"From Bangkok to Malta\"."));
		}
		checkZone();
		checkMeetings();
		for (DeadlineKind kind : this.needed) {
			if (this.cycle.date(kind) == null) {
				this.problems.add(new Problem(kind.word(), "Give the date \"%s\".".formatted(kind.word())));
			}
		}
		checkOrder(DeadlineKind.REQUEST, DeadlineKind.DEADLINE);
		checkOrder(DeadlineKind.DEADLINE, DeadlineKind.FREEZE);
		if (this.cycle.asked().size() > MOST_QUESTIONS) {
			this.problems.add(new Problem("questions",
					"Ask at most five extra questions; there are %d.".formatted(this.cycle.asked().size())));
		}
		ReminderDays.check("reminders", this.cycle.reminderDays(), this.problems);
		ReminderDays.check("freezeReminders", this.cycle.freezeReminderDays(), this.problems);
		return this.problems;
	}

	private void checkName() {
		try {
			new CycleName((this.cycle.name() != null) ? this.cycle.name() : "");
		}
		catch (IllegalArgumentException ex) {
			this.problems.add(new Problem("name", "Name the cycle with letters, digits and hyphens, as in ASEMME9."));
		}
	}

	private void checkZone() {
		if (this.cycle.zone() == null || !ZoneId.getAvailableZoneIds().contains(this.cycle.zone())) {
			this.problems.add(new Problem("zone", "Give the time zone by its IANA name, as in Europe/Rome."));
		}
	}

	private void checkMeetings() {
		List<NewMeeting> named = Optional.ofNullable(this.cycle.meetings()).orElse(List.of());
		if (named.stream().anyMatch((meeting) -> meeting == null || meeting.kind() == null)) {
			this.problems.add(new Problem("meetings", "Say of each meeting which it is: ISOM, SOM1, SOM2 or ASEMME."));
		}
		else if (named.stream().map(NewMeeting::kind).distinct().count() != named.size()) {
			this.problems.add(new Problem("meetings", "Name each meeting once."));
		}
	}

	private void checkOrder(DeadlineKind first, DeadlineKind second) {
		LocalDate earlier = this.cycle.date(first);
		LocalDate later = this.cycle.date(second);
		if (earlier != null && later != null && later.isBefore(earlier)) {
			this.problems.add(new Problem(second.word(),
					"Put the %s (%s) on or after the %s (%s).".formatted(second.word(), later, first.word(), earlier)));
		}
	}

}
