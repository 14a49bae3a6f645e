package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a mail of the plan ahead of its moment: it is claimed as the run claims it, so
 * the run finds it done.
 */
@Component
class SendingNow {

	private final Cycles cycles;

	private final MailPlan plan;

	private final PlanFacts facts;

	private final Holds holds;

	private final QueuedMails queued;

	private final ComingDigests digests;

	private final DueAdvice advice;

	private final ReminderRun run;

	private final Ledger ledger;

	private final ToldOfficials told;

	private final MailProcess mails;

	private final Audit audit;

	private final Clock clock;

	SendingNow(Cycles cycles, MailPlan plan, PlanFacts facts, Holds holds, QueuedMails queued, ComingDigests digests,
			DueAdvice advice, ReminderRun run, Ledger ledger, ToldOfficials told, MailProcess mails, Audit audit,
			Clock clock) {
		this.cycles = cycles;
		this.plan = plan;
		this.facts = facts;
		this.holds = holds;
		this.queued = queued;
		this.digests = digests;
		this.advice = advice;
		this.run = run;
		this.ledger = ledger;
		this.told = told;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Sends it now; what held it is released.
	 * @param name the cycle
	 * @param contact to whom
	 * @param at when it would fall due
	 * @param queued its number, where it is queued already; else {@code null}
	 * @param by the user id
	 * @return the mail's number in the ledger
	 * @throws Refused when it is not to come any more, somebody else has just sent it, or
	 * it cannot be sent yet
	 */
	@Transactional
	long send(CycleName name, ContactId contact, Instant at, @Nullable Long queued, String by) {
		if (queued != null) {
			this.queued.sendNow(new QueuedMails.Mail(name, contact, queued), by);
			return queued;
		}
		Cycle cycle = this.cycles.get(name);
		PlannedMail planned = this.plan.find(cycle, contact, at, null).orElseThrow(MailTexts::notToCome);
		if (planned.isDigest()) {
			return sendDigest(name, contact, at, by);
		}
		return planned.isOfAdvice() ? sendAdvice(cycle, planned, by) : sendAhead(cycle, planned, by);
	}

	private long sendAdvice(Cycle cycle, PlannedMail planned, String by) {
		if (this.facts.notReceiving().containsKey(planned.contact())) {
			throw notReached();
		}
		this.run.lock();
		this.holds.release(cycle.name(), planned.keys(), by);
		Instant now = this.clock.instant();
		long mail = planned.claims()
			.stream()
			.flatMap((claim) -> this.advice.send(claim, now).stream())
			.reduce((first, second) -> first)
			.orElseThrow(() -> Refused.conflict("Somebody has just sent this mail: it is sent once."));
		this.audit.record(by, "send mail now", HoldingMails.subject(cycle.name(), planned.contact(), planned.at()),
				null, "mail " + mail);
		return mail;
	}

	private long sendDigest(CycleName name, ContactId contact, Instant at, String by) {
		if (this.facts.notReceiving().containsKey(contact)) {
			throw notReached();
		}
		this.run.lock();
		return this.digests.send(name, contact, at, by);
	}

	private long sendAhead(Cycle cycle, PlannedMail planned, String by) {
		CycleName name = cycle.name();
		ContactId contact = planned.contact();
		List<Claim> claims = planned.claims();
		if (!cycle.isGathering() && claims.stream().anyMatch((claim) -> !claim.ladder().leavesAnyTime())) {
			throw Refused
				.conflict("The gathering of %s is not under way: nothing can be sent ahead of it.".formatted(name));
		}
		if (planned.stop() == Stop.SENT) {
			throw Refused.conflict("This mail has been sent already: it is sent once.");
		}
		if (claims.isEmpty()) {
			throw Refused
				.conflict("This mail cannot be sent now: only requests, reminders and digests can that are to come.");
		}
		if (planned.at().isAfter(this.clock.instant())
				&& claims.stream().anyMatch((claim) -> claim.ladder() == Ladder.NO_OBJECTION)) {
			throw Refused.conflict(
					"The no-objection round of %s has not opened: its invitations leave when it does.".formatted(name));
		}
		if (this.facts.notReceiving().containsKey(contact)) {
			throw notReached();
		}
		this.holds.release(name, planned.keys(), by);
		List<Long> mail = this.ledger.queue(name, claims, this.clock.instant());
		if (mail.isEmpty()) {
			throw Refused.conflict("Somebody has just sent this mail: it is sent once.");
		}
		this.told.record(mail);
		mail.forEach(this.mails::start);
		this.audit.record(by, "send mail now", HoldingMails.subject(name, contact, planned.at()), null,
				"mail " + mail.get(0));
		return mail.get(0);
	}

	static Refused notReached() {
		return Refused.conflict("Mail does not reach this person: mend the address first, by the task in Tasklist.");
	}

}
