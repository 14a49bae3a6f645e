package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The run that reminds. What it claims is what {@link ReminderRule} says of the requests
 * as they stand: nothing is scheduled ahead, so nothing has to be moved when a date does.
 */
@Component
public class Reminders {

	/** What becomes due for one person within this time is one mail. */
	private static final Duration BUNDLING = Duration.ofMinutes(1);

	private final ReminderRun run;

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final NoLongerDue noLongerDue;

	private final DueConfirmations confirmations;

	private final DueRounds rounds;

	private final LastReminders lastReminders;

	private final Holds holds;

	private final Digests digests;

	private final DueNoObjections noObjections;

	private final DueChapters chapters;

	private final DueContributions contributions;

	private final DueAdvice advice;

	private final Ledger ledger;

	private final Clock clock;

	Reminders(ReminderRun run, Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, Holds holds,
			NoLongerDue noLongerDue, DueConfirmations confirmations, DueRounds rounds, LastReminders lastReminders,
			Digests digests, DueNoObjections noObjections, DueChapters chapters, DueContributions contributions,
			DueAdvice advice, Ledger ledger, Clock clock) {
		this.chapters = chapters;
		this.contributions = contributions;
		this.advice = advice;
		this.rounds = rounds;
		this.run = run;
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.noLongerDue = noLongerDue;
		this.confirmations = confirmations;
		this.lastReminders = lastReminders;
		this.holds = holds;
		this.digests = digests;
		this.noObjections = noObjections;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Claims and queues what has fallen due since the last run and moves on the moment up
	 * to which all is covered, in one transaction: it may be called at any time, by any
	 * node. The mails have no process yet.
	 */
	@Transactional
	public void claimDue() {
		Instant from = this.run.lock();
		Instant now = this.clock.instant();
		this.gatherings.at(now).forEach((gathering) -> claim(gathering, from, now));
		this.lastReminders.raise(now);
		this.noLongerDue.claim(now, now.plus(BUNDLING));
		this.confirmations.claim(now, now.plus(BUNDLING));
		this.rounds.claim(now);
		this.noObjections.claim(now);
		this.chapters.claim(now);
		this.contributions.claim(now.plus(BUNDLING));
		this.advice.claim(now);
		this.digests.claim(from, now);
		this.run.covered(now);
	}

	/**
	 * The next moment at which a mail would fall due that is not covered yet, as things
	 * stand. That nothing is due any more is told at once.
	 * @return the moment, which may be past; nothing when no mail is to come
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> nextMoment() {
		Instant from = this.run.coveredUntil();
		Instant now = this.clock.instant();
		if (this.noLongerDue.isAnyToTell(now)) {
			return Optional.of(now);
		}
		Stream<Instant> rungs = this.gatherings.at(now)
			.stream()
			.flatMap((gathering) -> due(gathering, from, Instant.MAX))
			.filter(DueRung::isToCome)
			.map(DueRung::at);
		Stream<Instant> confirmations = this.confirmations.next(this.clock.instant()).stream();
		return Stream
			.of(rungs, confirmations, this.rounds.next(now).stream(), this.noObjections.next(now).stream(),
					this.chapters.next().stream(), this.contributions.next().stream(), this.advice.next(now).stream(),
					this.digests.next(from).stream())
			.flatMap(Function.identity())
			.min(Instant::compareTo);
	}

	/**
	 * Passes over hours in which nothing falls due, so that no run is needed in them:
	 * what becomes true later does not make up for a moment that was over by then. For a
	 * simulated time, which skips such hours.
	 * @param until up to the last full hour (UTC) that is not after this moment; the
	 * caller knows that the {@link #nextMoment()} is later
	 */
	@Transactional
	public void passIdleHours(Instant until) {
		this.run.pass(until.truncatedTo(ChronoUnit.HOURS));
	}

	private void claim(Gathering gathering, Instant from, Instant now) {
		List<DueRung> due = due(gathering, from, now).toList();
		this.ledger.skip(gathering.cycle(), due.stream().filter(DueRung::isSkipped).map(DueRung::claim).toList());
		this.ledger.queue(gathering.cycle(), due.stream().filter(DueRung::isTold).map(DueRung::claim).toList(),
				now.plus(BUNDLING));
	}

	private Stream<DueRung> due(Gathering gathering, Instant from, Instant to) {
		List<OpenRequest> open = this.requests.of(gathering);
		List<LocalContact> contacts = this.contacts.in(gathering.zone());
		HeldMail held = this.holds.in(gathering.cycle());
		return gathering.ladders()
			.stream()
			.flatMap((ladder) -> ReminderRule.due(open, ladder, contacts, held, from, to).stream());
	}

}
