package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.DueRung.Fate;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks the rule that the run uses which reminders are to come, and what would have come
 * were it not for a submission, a hold or the freeze.
 */
@Component
class PlannedReminders {

	private final ReminderRun run;

	private final Holds holds;

	private final SentAhead sent;

	private final Clock clock;

	PlannedReminders(ReminderRun run, Holds holds, SentAhead sent, Clock clock) {
		this.run = run;
		this.holds = holds;
		this.sent = sent;
		this.clock = clock;
	}

	/**
	 * What is to come in a gathering under way.
	 * @param gathering the gathering
	 * @param all all that it asked for
	 * @param contacts who may be reminded
	 * @param only whom of them to look at; {@code null} for all
	 * @return in any order; what nobody has looked at since the last run stands at its
	 * own moment
	 */
	List<Moment> of(Gathering gathering, List<OpenRequest> all, Collection<LocalContact> contacts,
			@Nullable Set<ContactId> only) {
		HeldMail held = this.holds.in(gathering.cycle());
		Instant now = this.clock.instant();
		Instant covered = this.run.coveredUntil();
		Instant ahead = covered.isAfter(now) ? covered : now;
		SentAhead.Found sent = this.sent.in(gathering.cycle(),
				LocalDate.ofInstant(covered, ZoneOffset.UTC).minusDays(1), only);
		List<OpenRequest> someHeld = having(held, all);
		List<OpenRequest> stopped = all.stream().filter((request) -> isStopped(request, gathering.ladders())).toList();
		Set<Claim> coming = new HashSet<>();
		Map<InitiativeId, Stop> why = why(stopped);
		List<Moment> moments = new ArrayList<>();
		for (Rungs ladder : gathering.ladders()) {
			ReminderRule.due(someHeld, ladder, contacts, held, Instant.MIN, covered)
				.stream()
				.filter((rung) -> rung.fate() == Fate.HELD)
				.forEach((rung) -> moments.add(Moment.of(rung, Stop.HELD)));
			ReminderRule.due(all, ladder, contacts, held, covered, ahead)
				.stream()
				.filter((rung) -> rung.isTold() || rung.fate() == Fate.HELD)
				.forEach((rung) -> moments.add(Moment.of(rung, stop(rung, held, sent))));
			for (DueRung rung : ReminderRule.due(all, ladder, contacts, held, ahead, Instant.MAX)) {
				moments.add(Moment.of(rung, stop(rung, held, sent)));
				if (why.containsKey(rung.claim().initiative())) {
					coming.add(rung.claim());
				}
			}
			List<OpenRequest> freed = stopped.stream().map(OpenRequest::asIfNothingStoppedIt).toList();
			ReminderRule.due(freed, ladder, contacts, held, ahead, Instant.MAX)
				.stream()
				.filter((rung) -> rung.fate() != Fate.TOO_SOON && !coming.contains(rung.claim()))
				.forEach((rung) -> moments.add(Moment.of(rung, why.get(rung.claim().initiative()))));
		}
		return moments;
	}

	/**
	 * What would come of requests that have not gone out, as if nobody answered.
	 * @param requests what will be asked for
	 * @param ladders what coordinators are reminded by
	 * @param contacts whom to look at
	 * @param held what is held
	 * @return in any order
	 */
	static List<Moment> of(List<OpenRequest> requests, List<Rungs> ladders, Collection<LocalContact> contacts,
			HeldMail held) {
		SentAhead.Found none = new SentAhead.Found(Map.of());
		return ladders.stream()
			.flatMap((ladder) -> ReminderRule.due(requests, ladder, contacts, held, Instant.MIN, Instant.MAX).stream())
			.map((rung) -> Moment.of(rung, stop(rung, held, none)))
			.toList();
	}

	private static @Nullable Stop stop(DueRung rung, HeldMail held, SentAhead.Found sent) {
		if (rung.fate() == Fate.TOO_SOON) {
			return Stop.TOO_SOON;
		}
		Stop told = sent.stop(rung.claim());
		return (told != null) ? told : held.holds(rung.claim()) ? Stop.HELD : null;
	}

	private static List<OpenRequest> having(HeldMail held, List<OpenRequest> all) {
		Set<String> initiatives = held.holds().keySet().stream().map(Hold.Key::initiative).collect(Collectors.toSet());
		return all.stream().filter((request) -> initiatives.contains(request.initiative().value())).toList();
	}

	/** Whether it may have rungs that the rule leaves out. */
	private static boolean isStopped(OpenRequest request, List<Rungs> ladders) {
		return !request.state().isAskedFor() || ladders.stream()
			.filter((ladder) -> ladder.ladder().remindsOf(request.state()) && !ladder.days().isEmpty())
			.anyMatch((ladder) -> request.day(ladder.ladder())
				.on()
				.plusDays(ladder.days().get(ladder.days().size() - 1))
				.isAfter(request.freeze().on()));
	}

	private static Map<InitiativeId, Stop> why(List<OpenRequest> stopped) {
		Map<InitiativeId, Stop> why = new HashMap<>();
		stopped.forEach((request) -> why.put(request.initiative(), switch (request.state()) {
			case IN_REVIEW -> Stop.SUBMITTED;
			case SETTLED -> Stop.SETTLED;
			default -> Stop.AFTER_THE_FREEZE;
		}));
		return why;
	}

}
