package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.stereotype.Component;

/**
 * Works out who is told of a moved date: whoever was asked and has another day now. The
 * mail waits for a reminder that falls due later that day where they are.
 */
@Component
class MoveNotices {

	/** The hourly run joins what waits so long after its hour. */
	private static final Duration AFTER_THE_RUN = Duration.ofMinutes(5);

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final AskedContacts asked;

	private final ReminderRun run;

	private final Holds holds;

	MoveNotices(OpenRequests requests, CoordinatorContacts contacts, AskedContacts asked, ReminderRun run,
			Holds holds) {
		this.requests = requests;
		this.contacts = contacts;
		this.asked = asked;
		this.run = run;
		this.holds = holds;
	}

	/**
	 * Until when everything is asked for.
	 * @param gathering the gathering with the days it has, or had
	 * @return by initiative
	 */
	Map<InitiativeId, LocalDate> days(Gathering gathering) {
		return this.requests.of(gathering)
			.stream()
			.collect(Collectors.toMap(OpenRequest::initiative, OpenRequest::ownDay));
	}

	/**
	 * Whom a move concerns.
	 * @param had until when each was asked for that may have moved
	 * @param after the gathering as it stands
	 * @param now the moment of the move
	 * @return in the plan's order
	 */
	List<MoveNotice> of(Map<InitiativeId, LocalDate> had, Gathering after, Instant now) {
		List<OpenRequest> open = this.requests.of(after);
		List<OpenRequest> moved = open.stream()
			.filter((request) -> had.containsKey(request.initiative())
					&& !request.ownDay().equals(had.get(request.initiative())))
			.toList();
		if (moved.isEmpty()) {
			return List.of();
		}
		Map<ContactId, LocalContact> contacts = this.contacts.in(after.zone())
			.stream()
			.collect(Collectors.toMap(LocalContact::id, Function.identity()));
		HeldMail held = this.holds.in(after.cycle());
		Map<ContactId, Instant> reminders = remindersToday(after, open, contacts.values(), held, now);
		AskedContacts.Asked asked = this.asked.in(after.cycle());
		List<MoveNotice> notices = new ArrayList<>();
		for (OpenRequest request : moved) {
			for (ContactId contact : request.coordinators()) {
				if (contacts.containsKey(contact) && asked.contains(request.initiative(), contact)) {
					Claim claim = new Claim(request.initiative(), Ladder.DATE_MOVED, asked.version(), 0,
							request.ownDay(), contact);
					Optional<Instant> reminder = Optional.ofNullable(reminders.get(contact));
					if (!held.holds(claim)) {
						notices.add(new MoveNotice(claim, had.get(request.initiative()),
								reminder.orElseGet(() -> now.plus(Requests.BUNDLING)), reminder.isPresent()));
					}
				}
			}
		}
		return notices;
	}

	/** When the mail that the next reminder of this day goes into may leave. */
	private Map<ContactId, Instant> remindersToday(Gathering gathering, List<OpenRequest> open,
			Collection<LocalContact> contacts, HeldMail held, Instant now) {
		Map<ContactId, LocalContact> byId = contacts.stream()
			.collect(Collectors.toMap(LocalContact::id, Function.identity()));
		Map<ContactId, Instant> first = new HashMap<>();
		Instant from = this.run.coveredUntil();
		for (Rungs ladder : gathering.ladders()) {
			for (DueRung rung : ReminderRule.due(open, ladder, contacts, held, from, now.plus(1, ChronoUnit.DAYS))) {
				LocalContact contact = byId.get(rung.claim().contact());
				if (rung.isToCome() && contact.dayOf(rung.at()).equals(contact.dayOf(now))) {
					first.merge(contact.id(), afterTheRun(rung.at(), now),
							(one, other) -> one.isBefore(other) ? one : other);
				}
			}
		}
		return first;
	}

	private static Instant afterTheRun(Instant due, Instant now) {
		Instant earliest = due.isAfter(now) ? due : now;
		Instant hour = earliest.truncatedTo(ChronoUnit.HOURS);
		return (hour.equals(earliest) ? hour : hour.plus(1, ChronoUnit.HOURS)).plus(AFTER_THE_RUN);
	}

}
