package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.ReminderDays;
import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * Asks the rule what becomes of a ladder under a calendar, and says what will not come as
 * it was meant.
 *
 * @param calendar the calendar
 */
record LadderCheck(ProposedRequests calendar) {

	private static final ContactId SOMEBODY = new ContactId(0);

	/**
	 * What is to be thought about.
	 * @param ladder the ladder
	 * @return one sentence each, with a way out
	 */
	List<String> warnings(Rungs ladder) {
		List<String> warnings = new ArrayList<>();
		List<Integer> tooLate = ladder.days().stream().filter((rung) -> isAfterTheFreeze(ladder, rung)).toList();
		if (!tooLate.isEmpty()) {
			warnings.add("Nothing is sent after the freeze (%s): leave out %s of the days from the %s."
				.formatted(this.calendar.freeze(), list(tooLate), word(ladder)));
		}
		boolean wanted = ladder.ladder() == Ladder.REMINDER || !ladder.days().isEmpty();
		if (wanted && before(ladder).isEmpty()) {
			warnings.add("No reminder comes before the %s (%s); none is sent in the week after the requests (%s). %s"
				.formatted(word(ladder), day(ladder), this.calendar.request(), wayOut(ladder)));
		}
		return warnings;
	}

	private String wayOut(Rungs ladder) {
		Rungs usual = (ladder.ladder() == Ladder.REMINDER) ? Rungs.beforeTheDeadline(ReminderDays.USUAL)
				: Rungs.beforeTheFreeze(ReminderDays.OFFERED_BEFORE_THE_FREEZE);
		List<Integer> possible = before(usual);
		if (!possible.isEmpty()) {
			return "Add %s to the days from the %s.".formatted(list(possible), word(ladder));
		}
		int nearest = usual.days().stream().filter((rung) -> rung < 0).max(Integer::compare).orElseThrow();
		int apart = ReminderRule.QUIET_DAYS - nearest;
		return "Put the %s on %s or later, or the requests on %s or earlier, with %d among the days from the %s."
			.formatted(word(ladder), this.calendar.request().plusDays(apart), day(ladder).minusDays(apart), nearest,
					word(ladder));
	}

	/** The rungs before the day that somebody in the cycle's zone would be told. */
	private List<Integer> before(Rungs ladder) {
		OpenRequest request = this.calendar.request(new InitiativeId("A01-I01"), Set.of(SOMEBODY));
		LocalContact somebody = new LocalContact(SOMEBODY, this.calendar.zone());
		return ReminderRule.due(List.of(request), ladder, List.of(somebody), Instant.MIN, Instant.MAX)
			.stream()
			.filter((rung) -> rung.fate() != DueRung.Fate.TOO_SOON)
			.map((rung) -> rung.claim().rung())
			.filter((rung) -> rung < 0)
			.toList();
	}

	private boolean isAfterTheFreeze(Rungs ladder, int rung) {
		return day(ladder).plusDays(rung).isAfter(this.calendar.freeze());
	}

	private LocalDate day(Rungs ladder) {
		return (ladder.ladder() == Ladder.REMINDER) ? this.calendar.deadline() : this.calendar.freeze();
	}

	private static String word(Rungs ladder) {
		return (ladder.ladder() == Ladder.REMINDER) ? "deadline" : "freeze";
	}

	private static String list(List<Integer> rungs) {
		return rungs.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

}
