package org.asemeducation.stocktake.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.ForeseenMove.Reminder;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reminders to come under two calendars.
 */
final class ReminderShifts {

	private ReminderShifts() {
	}

	/**
	 * What changes.
	 * @param before what would fall due
	 * @param after what falls due instead
	 * @return each day of a ladder that moves, appears or vanishes, in the order of time
	 */
	static List<Reminder> between(Collection<DueRung> before, Collection<DueRung> after) {
		Map<Told, LocalDate> had = days(before);
		Map<Told, LocalDate> have = days(after);
		Map<Shift, Set<ContactId>> shifts = new HashMap<>();
		Stream.concat(had.keySet().stream(), have.keySet().stream())
			.distinct()
			.filter((told) -> !Objects.equals(had.get(told), have.get(told)))
			.forEach((told) -> shifts
				.computeIfAbsent(new Shift(told.ladder(), told.rung(), had.get(told), have.get(told)),
						(shift) -> new HashSet<>())
				.add(told.contact()));
		return shifts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(Comparator.comparing(Shift::day).thenComparing(Shift::rung)))
			.map((shift) -> shift.getKey().of(shift.getValue().size()))
			.toList();
	}

	private static Map<Told, LocalDate> days(Collection<DueRung> rungs) {
		Map<Told, LocalDate> days = new HashMap<>();
		rungs.stream()
			.filter((rung) -> rung.fate() != DueRung.Fate.TOO_SOON)
			.map(DueRung::claim)
			.forEach((claim) -> days.put(
					new Told(claim.contact(), claim.initiative(), claim.ladder(), claim.round(), claim.rung()),
					claim.deadline().plusDays(claim.rung())));
		return days;
	}

	/**
	 * One thing that one person is reminded of, on whatever day.
	 */
	private record Told(ContactId contact, InitiativeId initiative, Ladder ladder, int round, int rung) {
	}

	/**
	 * A day of a ladder that becomes another one.
	 */
	private record Shift(Ladder ladder, int rung, @Nullable LocalDate from, @Nullable LocalDate to) {

		LocalDate day() {
			return Objects.requireNonNull((this.to != null) ? this.to : this.from);
		}

		Reminder of(int contacts) {
			return new Reminder(this.ladder.kind(), this.rung, this.from, this.to, contacts);
		}

	}

}
