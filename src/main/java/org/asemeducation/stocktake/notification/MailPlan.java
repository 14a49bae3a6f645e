package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every mail of a cycle that is to come, as things stand: what the run would claim, what
 * waits in the ledger, the next digests.
 */
@Component
class MailPlan {

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final DueConfirmations confirmations;

	private final DueRounds rounds;

	private final PlannedRequests plannedRequests;

	private final PlannedReminders plannedReminders;

	private final WaitingMails waiting;

	private final DueNoObjections noObjections;

	private final DueChapters chapters;

	private final DueContributions contributions;

	private final DueAdvice advice;

	private final Digests digests;

	private final HeldBacks held;

	private final ReminderRun run;

	private final Clock clock;

	MailPlan(Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, DueConfirmations confirmations,
			DueRounds rounds, PlannedRequests plannedRequests, PlannedReminders plannedReminders, WaitingMails waiting,
			DueNoObjections noObjections, DueChapters chapters, DueContributions contributions, DueAdvice advice,
			Digests digests, HeldBacks held, ReminderRun run, Clock clock) {
		this.rounds = rounds;
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.confirmations = confirmations;
		this.plannedRequests = plannedRequests;
		this.plannedReminders = plannedReminders;
		this.waiting = waiting;
		this.noObjections = noObjections;
		this.chapters = chapters;
		this.contributions = contributions;
		this.advice = advice;
		this.digests = digests;
		this.held = held;
		this.run = run;
		this.clock = clock;
	}

	/**
	 * The mails to come.
	 * @param cycle the cycle
	 * @return in the order of time, those too that something keeps back
	 */
	@Transactional(readOnly = true)
	List<PlannedMail> of(Cycle cycle) {
		return worked(cycle, null);
	}

	/**
	 * The mails to come to some people.
	 * @param cycle the cycle
	 * @param only whom
	 * @return the part of the whole that goes to them, in the same order
	 */
	@Transactional(readOnly = true)
	List<PlannedMail> of(Cycle cycle, Set<ContactId> only) {
		return worked(cycle, only);
	}

	/**
	 * The mails to one person that fall due at a moment: one, or one for each that waits
	 * in the ledger.
	 * @param cycle the cycle
	 * @param contact whom
	 * @param at when
	 * @param mail its number, if it is queued
	 * @return the mail; nothing when it is not to come any more
	 */
	@Transactional(readOnly = true)
	Optional<PlannedMail> find(Cycle cycle, ContactId contact, Instant at, @Nullable Long mail) {
		Predicate<PlannedMail> wanted = (mail != null) ? (one) -> mail.equals(one.mail())
				: (one) -> one.mail() == null && one.at().equals(at);
		return worked(cycle, Set.of(contact)).stream().filter(wanted).findFirst();
	}

	private List<PlannedMail> worked(Cycle cycle, @Nullable Set<ContactId> only) {
		List<LocalContact> contacts = this.contacts.in(cycle.zone())
			.stream()
			.filter((contact) -> only == null || only.contains(contact.id()))
			.toList();
		List<PlannedMail> mails = new ArrayList<>(PlannedMail.of(moments(cycle, contacts, only)));
		mails.addAll(PlannedMail.of(this.rounds.ahead(cycle.name(), this.clock.instant(), only)));
		mails.addAll(PlannedMail.of(this.noObjections.ahead(cycle.name(), this.clock.instant(), only)));
		mails.addAll(PlannedMail.of(this.chapters.ahead(cycle.name(), only)));
		mails.addAll(PlannedMail.of(this.contributions.ahead(cycle, this.clock.instant(), only)));
		mails.addAll(PlannedMail.of(this.advice.ahead(cycle.name(), only)));
		mails.addAll(this.waiting.in(cycle.name(), only));
		Map<ContactId, HeldBack> held = this.held.digests();
		this.digests.upcoming(this.run.coveredUntil()).forEach((reader, moment) -> {
			if (moment.cycle().equals(cycle.name()) && (only == null || only.contains(reader))) {
				mails.add(PlannedMail.digest(reader, moment.at(), held.get(reader)));
			}
		});
		mails.sort(PlannedMail.IN_ORDER_OF_TIME);
		return mails;
	}

	private List<Moment> moments(Cycle cycle, List<LocalContact> contacts, @Nullable Set<ContactId> only) {
		if (cycle.state() == Cycle.State.OPENED) {
			return Stream
				.concat(this.confirmations.ahead(cycle.name(), this.clock.instant(), only).stream(),
						this.plannedRequests.before(cycle, contacts, only).stream())
				.toList();
		}
		Optional<Gathering> gathering = this.gatherings.at(this.clock.instant())
			.stream()
			.filter((one) -> one.cycle().equals(cycle.name()))
			.findFirst();
		return gathering
			.map((one) -> Stream.concat(this.plannedRequests.late(cycle, contacts, only).stream(),
					this.plannedReminders.of(one, this.requests.all(one, only), contacts, only).stream())
				.toList())
			.orElse(List.of());
	}

}
