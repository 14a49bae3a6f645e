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

	private final Ledger ledger;

	private final MailProcess mails;

	private final Audit audit;

	private final Clock clock;

	SendingNow(Cycles cycles, MailPlan plan, PlanFacts facts, Holds holds, Ledger ledger, MailProcess mails,
			Audit audit, Clock clock) {
		this.cycles = cycles;
		this.plan = plan;
		this.facts = facts;
		this.holds = holds;
		this.ledger = ledger;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Sends it now; what held it is released.
	 * @param name the cycle
	 * @param contact to whom
	 * @param at when it would fall due
	 * @param by the user id
	 * @return the mail's number in the ledger
	 * @throws Refused when it is not to come any more, somebody else has just sent it, or
	 * it cannot be sent yet
	 */
	@Transactional
	long send(CycleName name, ContactId contact, Instant at, String by) {
		Cycle cycle = this.cycles.get(name);
		PlannedMail planned = this.plan.find(cycle, contact, at, null).orElseThrow(MailTexts::notToCome);
		List<Claim> claims = planned.claims();
		if (!cycle.isGathering() && claims.stream().anyMatch((claim) -> claim.ladder() != Ladder.CONFIRM)) {
			throw Refused
				.conflict("The gathering of %s is not under way: nothing can be sent ahead of it.".formatted(name));
		}
		if (planned.stop() == Stop.SENT) {
			throw Refused.conflict("This mail has been sent already: it is sent once.");
		}
		if (claims.isEmpty()) {
			throw Refused.conflict("This mail cannot be sent now: only requests and reminders can that are to come.");
		}
		if (this.facts.notReceiving().containsKey(contact)) {
			throw Refused.conflict("Mail does not reach this person: mend the address first, by the task in Tasklist.");
		}
		this.holds.release(name, planned.keys(), by);
		List<Long> mail = this.ledger.queue(name, claims, this.clock.instant());
		if (mail.isEmpty()) {
			throw Refused.conflict("Somebody has just sent this mail: it is sent once.");
		}
		mail.forEach(this.mails::start);
		this.audit.record(by, "send mail now", HoldingMails.subject(name, contact, at), null, "mail " + mail.get(0));
		return mail.get(0);
	}

}
