package org.asemeducation.stocktake.cycle.proposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one proposal of an invitation, for whoever holds its link; no account is needed,
 * and no other proposal can be asked for.
 */
@RestController
@RequestMapping("/api/invited-proposals/{token}")
class InvitedProposalController {

	private final InvitedProposals invited;

	private final ProposalViews views;

	InvitedProposalController(InvitedProposals invited, ProposalViews views) {
		this.invited = invited;
		this.views = views;
	}

	@GetMapping
	ProposalView show(@PathVariable String token) {
		Invitation invitation = this.invited.invitation(token);
		return this.invited.of(invitation)
			.map((proposal) -> this.views.own(proposal, invitation.isOfPlan()))
			.orElseGet(() -> this.views.fresh(invitation));
	}

	@PutMapping
	ProposalView.Saved save(@PathVariable String token, @RequestBody ProposalController.Typed typed) {
		return ProposalViews.saved(this.invited.save(token, typed.version(), typed.requireContent()));
	}

	@PostMapping("/sent")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void send(@PathVariable String token, @RequestBody ProposalController.Seen seen) {
		this.invited.send(token, seen.version());
	}

}
