package org.asemeducation.stocktake.cycle.proposal;

import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.cycle.proposal.ProposalNews.What;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a proposer does: writes, sends, corrects, withdraws. Whether the proposal is
 * theirs is the caller's question.
 */
@Component
@Transactional
class Proposing {

	private final Proposals proposals;

	private final Steps steps;

	private final SendingCheck check;

	private final ProposalProcess process;

	private final ApplicationEventPublisher events;

	Proposing(Proposals proposals, Steps steps, SendingCheck check, ProposalProcess process,
			ApplicationEventPublisher events) {
		this.proposals = proposals;
		this.steps = steps;
		this.check = check;
		this.process = process;
		this.events = events;
	}

	/**
	 * Saves what is being written.
	 * @param id which proposal
	 * @param version the one it was written on
	 * @param content the form
	 * @return as saved
	 * @throws Refused when it is not theirs to write now, or somebody saved meanwhile
	 */
	Proposal save(long id, long version, ProposedContent content) {
		content.requireKeepable();
		Proposal proposal = this.proposals.lock(id);
		if (!proposal.state().isWritten()) {
			throw Refused.conflict(sentAlready(proposal));
		}
		if (!this.proposals.save(proposal, version, content)) {
			throw Refused.outdated("Somebody else, or you in another window, has saved this proposal meanwhile.");
		}
		return this.proposals.lock(id);
	}

	/**
	 * Sends what was saved.
	 * @param id which proposal
	 * @param version as it was last seen
	 * @param only of the plan or of the register; {@code null} for anything
	 * @param by the user id; {@code null} for an invited person
	 * @throws Refused when it was sent already, something is missing, or it was changed
	 * meanwhile
	 */
	void send(long id, long version, @Nullable Boolean only, @Nullable String by) {
		Proposal proposal = this.proposals.lock(id);
		if (!proposal.state().isWritten()) {
			throw Refused.conflict(sentAlready(proposal));
		}
		if (proposal.version() != version) {
			throw Refused.outdated("Somebody else, or you in another window, has saved this proposal meanwhile.");
		}
		this.check.require(proposal.draft());
		if (only != null && only != proposal.draft().kindOf().orElseThrow().isOfPlan()) {
			throw Refused.invalid("The proposal is not sent yet.",
					List.of(new Problem("kind",
							only ? "You were invited to propose something for the plan: choose that."
									: "You were invited to propose a stakeholder: choose that.")));
		}
		this.proposals.addVersion(proposal);
		this.proposals.stands(id, ProposalState.PROPOSED);
		if (proposal.state() == ProposalState.DRAFT) {
			this.process.sent(proposal);
		}
		else {
			this.process.corrected(proposal);
		}
		this.steps.add(proposal, "sent", null, by);
		this.events.publishEvent(new ProposalNews(id, What.SENT, null));
	}

	/**
	 * Takes a proposal back; a draft that was never sent is thrown away.
	 * @param id which proposal
	 * @param by the user id; {@code null} for an invited person
	 * @throws Refused when it is decided, declined or withdrawn
	 */
	void withdraw(long id, @Nullable String by) {
		Proposal proposal = this.proposals.lock(id);
		if (proposal.state() == ProposalState.DRAFT) {
			this.proposals.discard(id);
			return;
		}
		if (!proposal.state().isOpen()) {
			throw Refused
				.conflict("The proposal is %s: there is nothing to withdraw.".formatted(proposal.state().words()));
		}
		this.proposals.stands(id, ProposalState.WITHDRAWN);
		this.process.withdrawn(proposal);
		this.steps.add(proposal, "withdrawn", null, by);
		this.events.publishEvent(new ProposalNews(id, What.WITHDRAWN, null));
	}

	private static String sentAlready(Proposal proposal) {
		return "The proposal was sent already and is %s: load the page again.".formatted(proposal.state().words());
	}

}
