package org.asemeducation.stocktake.cycle.proposal;

import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the holder of a link may do: with the one proposal of that invitation, and nothing
 * else. Opening a link changes nothing, because mail scanners open links too.
 */
@Component
@Transactional
class InvitedProposals {

	private final ProposalInvitations invitations;

	private final Proposals proposals;

	private final Proposing proposing;

	InvitedProposals(ProposalInvitations invitations, Proposals proposals, Proposing proposing) {
		this.invitations = invitations;
		this.proposals = proposals;
		this.proposing = proposing;
	}

	@Transactional(readOnly = true)
	Invitation invitation(String token) {
		return this.invitations.byLink(token);
	}

	@Transactional(readOnly = true)
	Optional<Proposal> of(Invitation invitation) {
		return this.proposals.ofInvitation(invitation.id());
	}

	/** Saves; the first time it begins the draft. */
	Proposal save(String token, long version, ProposedContent content) {
		Invitation invitation = this.invitations.lock(token);
		long id = of(invitation).map(Proposal::id).orElseGet(() -> this.proposals.begin(invitation.id()));
		return this.proposing.save(id, version, content);
	}

	void send(String token, long version) {
		Invitation invitation = this.invitations.lock(token);
		this.proposing.send(proposal(invitation).id(), version, invitation.isOfPlan(), null);
	}

	void withdraw(String token) {
		this.proposing.withdraw(proposal(this.invitations.lock(token)).id(), null);
	}

	private Proposal proposal(Invitation invitation) {
		return of(invitation).orElseThrow(() -> Refused.conflict("Nothing is written yet: fill the form in first."));
	}

}
