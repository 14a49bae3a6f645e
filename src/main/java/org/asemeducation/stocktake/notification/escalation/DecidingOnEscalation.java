package org.asemeducation.stocktake.notification.escalation;

import java.util.Objects;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.notification.template.Letter;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES sends an escalation, softens it, or holds it. Whatever it chooses stands in the
 * audit; nobody else ever sends one.
 */
@Component
class DecidingOnEscalation {

	private final Escalations escalations;

	private final Superiors superiors;

	private final EscalationViews views;

	private final Tasks tasks;

	private final Audit audit;

	DecidingOnEscalation(Escalations escalations, Superiors superiors, EscalationViews views, Tasks tasks,
			Audit audit) {
		this.escalations = escalations;
		this.superiors = superiors;
		this.views = views;
		this.tasks = tasks;
		this.audit = audit;
	}

	/**
	 * Decides.
	 * @param about which escalation
	 * @param decision what becomes of it
	 * @param by the user id
	 * @throws Refused when it is decided already, nobody is entered to write to, or the
	 * proposal is not what the person has seen
	 */
	@Transactional
	void decide(BusinessKey about, Decision decision, String by) {
		decision.check();
		Escalation escalation = this.escalations.lock(about)
			.orElseThrow(() -> Refused.notFound("No escalation was ever proposed there: look at your list of tasks."));
		if (!escalation.isOpen()) {
			throw Refused.conflict(Escalation.NOT_NEEDED.equals(escalation.outcome())
					? "Nothing is owed any more: this escalation is not needed."
					: "This escalation is decided already (%s): reload the list of tasks."
						.formatted(escalation.outcome()));
		}
		if (decision.isHeld()) {
			this.escalations.answer(escalation, Escalation.HELD, decision.reason(), null, null, by);
			this.audit.record(by, "hold escalation", about.toString(), null, decision.reason());
		}
		else {
			send(escalation, decision, by);
		}
		this.tasks.complete(about, EscalateProcess.DECIDE, by);
	}

	private void send(Escalation escalation, Decision decision, String by) {
		Superior superior = this.superiors.of(escalation.party())
			.orElseThrow(() -> Refused
				.conflict("No superior of this party is entered any more: enter one on the page Superiors, or hold."));
		String subject = Objects.requireNonNull(decision.subject());
		String text = Objects.requireNonNull(decision.text());
		if (decision.isSentAsItStands()) {
			Letter proposal = this.views.proposal(escalation, superior);
			if (!subject.equals(proposal.subject()) || !text.equals(proposal.text())) {
				throw Refused.conflict(
						"This is not what Stocktake proposes now: reload the form and read it again, or choose to soften it.");
			}
		}
		String outcome = decision.isSentAsItStands() ? Escalation.SENT : Escalation.SOFTENED;
		this.escalations.answer(escalation, outcome, null, subject, text, by);
		this.audit.record(by, decision.isSentAsItStands() ? "send escalation" : "soften escalation",
				escalation.key().toString(), null, "to %s: %s".formatted(superior.inWords(), subject));
	}

}
