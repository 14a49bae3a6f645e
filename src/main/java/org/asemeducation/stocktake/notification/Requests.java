package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.FreshStatistics;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for updates. May be told to do so again at any time: nobody is asked twice in a
 * cycle, and whoever has become a contact since is asked then.
 */
@Component
class Requests {

	/** What becomes due for one person within this time is one mail. */
	static final Duration BUNDLING = Duration.ofMinutes(1);

	private final DueRequests due;

	private final Ledger ledger;

	private final MailProcess mails;

	private final PickUpMails pickUp;

	private final FreshStatistics statistics;

	private final Clock clock;

	Requests(DueRequests due, Ledger ledger, MailProcess mails, PickUpMails pickUp, FreshStatistics statistics,
			Clock clock) {
		this.due = due;
		this.ledger = ledger;
		this.mails = mails;
		this.pickUp = pickUp;
		this.statistics = statistics;
		this.clock = clock;
	}

	/**
	 * Queues one mail for each person of a cycle. The first hundred get their process
	 * with it, {@link PickUpMails} takes the rest.
	 * @param cycle the cycle
	 */
	@Transactional
	void queue(CycleName cycle) {
		if (queue(cycle, null).size() > PickUpMails.CHUNK) {
			this.statistics.of("cycle_initiative", "update_request", "claim", "mail", "mail_line");
		}
		this.pickUp.startNowAndAfterCommit();
	}

	/**
	 * Queues the mails of one initiative, or adds it to those that still wait.
	 * @param cycle the cycle
	 * @param initiative the only one to ask about
	 */
	@Transactional
	void queueOne(CycleName cycle, InitiativeId initiative) {
		queue(cycle, initiative).forEach(this.mails::start);
	}

	private List<Long> queue(CycleName cycle, @Nullable InitiativeId initiative) {
		return this.ledger.queue(cycle, this.due.of(cycle, initiative), this.clock.instant().plus(BUNDLING));
	}

}
