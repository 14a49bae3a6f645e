package org.asemeducation.stocktake.cycle.proposal;

import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.ChangeRegister;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Newcomers;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.change.DecidedChanges;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a meeting has decided: a change of the plan by the plan's own rules, which
 * may have a day of its own, or a party in the register whose contact is invited.
 */
@Component
class PuttingInForce {

	/** Characters; a change of the plan keeps a short reason. */
	private static final int REASON = 500;

	private final DecidedChanges changes;

	private final ChangeRegister register;

	private final Newcomers newcomers;

	private final Proposals proposals;

	PuttingInForce(DecidedChanges changes, ChangeRegister register, Newcomers newcomers, Proposals proposals) {
		this.changes = changes;
		this.register = register;
		this.newcomers = newcomers;
		this.proposals = proposals;
	}

	/**
	 * Does it in the caller's transaction.
	 * @param proposal which waits for its decision
	 * @param said how it was decided
	 * @param meeting that decided it
	 * @param by the user id
	 * @return what it changes, in a sentence
	 * @throws Refused when the plan or the register cannot take it as they stand now
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	String put(Proposal proposal, MeetingSaid said, String meeting, String by) {
		ProposedContent content = Objects.requireNonNullElse(said.content(), proposal.sent()).requireKeepable();
		ProposalKind kind = proposal.sent().kindOf().orElseThrow();
		if (content.kindOf().filter(kind::equals).isEmpty()) {
			throw CheckingProposals.problem("outcome", "What was decided is not what was proposed: load it again.");
		}
		return kind.isOfPlan() ? plan(proposal, content, said, meeting, by) : stakeholder(proposal, content, by);
	}

	private String plan(Proposal proposal, ProposedContent content, MeetingSaid said, String meeting, String by) {
		DecidedChanges.Made made = this.changes.make(content.change(SendingCheck.word(said.id()), content.parties(),
				DecidingOnProposals.read(said.from(), "from").toString(), reason(proposal), meeting), by);
		this.proposals.decided(proposal.id(), made.change(), null);
		return made.means();
	}

	/** The proposal has the whole of it. */
	private static String reason(Proposal proposal) {
		String why = "Proposal %d of %s: %s".formatted(proposal.id(), proposal.forWhom(),
				SendingCheck.word(proposal.sent().reason()));
		return (why.length() > REASON) ? why.substring(0, REASON - 2).replaceFirst("\\p{Cs}$", "") + "…" : why;
	}

	private String stakeholder(Proposal proposal, ProposedContent said, String by) {
		try {
			NewParty party = SendingCheck.party(said.name(), said.acronym(), said.partyKind(), said.region(),
					said.country());
			PartyId id = this.register.add(party, by);
			this.newcomers.speaker(new NewContact(id, SendingCheck.word(said.contact()),
					SendingCheck.word(said.email()), "en", null, NewContact.COORDINATOR));
			this.proposals.decided(proposal.id(), null, id.value());
			return "%s is in the register, and its contact is invited.".formatted(party.name());
		}
		catch (IllegalArgumentException ex) {
			throw Refused.invalid("Nothing is recorded yet.",
					List.of(new Problem("name", String.valueOf(ex.getMessage()))));
		}
	}

}
