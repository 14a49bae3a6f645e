package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.DueRung.Fate;

/**
 * The rule for reminders, once: what the run claims, what the preview foresees, and what
 * a rehearsal waits for. Rung r of a day D falls due for a contact at 09:00 on the date D
 * + r where the contact is.
 */
final class ReminderRule {

	/** A rung on a day less than this after the request is skipped. */
	static final int QUIET_DAYS = 7;

	private ReminderRule() {
	}

	/**
	 * The rungs of a ladder that fall due in a span of time.
	 * @param requests what was asked for; only what waits for its coordinators counts
	 * @param ladder the ladder
	 * @param contacts who may be reminded
	 * @param from the end of the span before: what fell due then is not due again
	 * @param to the end of this span, which belongs to it
	 * @return for each request and contact the rungs in the order of time; of those that
	 * may be told only the last is
	 */
	static List<DueRung> due(Collection<OpenRequest> requests, Rungs ladder, Collection<LocalContact> contacts,
			Instant from, Instant to) {
		return due(requests, ladder, contacts, HeldMail.NONE, from, to);
	}

	/**
	 * The same where somebody holds some of them. What is held takes nothing away from
	 * the rungs before it.
	 * @param requests what was asked for; only what waits for its coordinators counts
	 * @param ladder the ladder
	 * @param contacts who may be reminded
	 * @param held what is not to be mailed
	 * @param from the end of the span before: what fell due then is not due again
	 * @param to the end of this span, which belongs to it
	 * @return for each request and contact the rungs in the order of time; of those that
	 * may be told only the last is
	 */
	static List<DueRung> due(Collection<OpenRequest> requests, Rungs ladder, Collection<LocalContact> contacts,
			HeldMail held, Instant from, Instant to) {
		Map<ContactId, LocalContact> byId = contacts.stream()
			.collect(Collectors.toMap(LocalContact::id, Function.identity()));
		List<DueRung> due = new ArrayList<>();
		for (OpenRequest request : requests) {
			if (request.isRemindedBy(ladder.ladder())) {
				request.coordinators()
					.stream()
					.filter(byId::containsKey)
					.forEach((contact) -> due.addAll(due(request, ladder, byId.get(contact), held, from, to)));
			}
		}
		return due;
	}

	private static List<DueRung> due(OpenRequest request, Rungs ladder, LocalContact contact, HeldMail held,
			Instant from, Instant to) {
		CountingDay day = request.day(ladder.ladder());
		LocalDate quietUntil = contact.dayOf(request.askedAt()).plusDays(QUIET_DAYS);
		List<DueRung> due = new ArrayList<>();
		for (int rung : ladder.days()) {
			LocalDate date = day.on().plusDays(rung);
			Instant at = contact.morningOf(date);
			if (at.isAfter(from) && !at.isAfter(to) && at.isAfter(day.since()) && !at.isAfter(request.frozenAt())) {
				Claim claim = request.claim(ladder.ladder(), rung, contact.id());
				Fate fate = date.isBefore(quietUntil) ? Fate.TOO_SOON : held.holds(claim) ? Fate.HELD : Fate.TOLD;
				due.replaceAll((earlier) -> earlier.isSpokenForBy(fate) ? earlier.missed() : earlier);
				due.add(new DueRung(claim, at, fate));
			}
		}
		return due;
	}

}
