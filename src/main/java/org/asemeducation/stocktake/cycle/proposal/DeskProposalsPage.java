package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * All proposals that were sent, for the secretariat and the reviewing body: where each
 * stands, and what was done about it.
 */
@Controller
@RequestMapping("/desk/proposals")
class DeskProposalsPage {

	private static final int MOST = 500;

	private final Proposals proposals;

	private final OurProposals ours;

	private final ProposalViews views;

	private final DecidedChanges changes;

	private final CurrentPerson current;

	DeskProposalsPage(Proposals proposals, OurProposals ours, ProposalViews views, DecidedChanges changes,
			CurrentPerson current) {
		this.proposals = proposals;
		this.ours = ours;
		this.views = views;
		this.changes = changes;
		this.current = current;
	}

	@GetMapping
	ModelAndView all(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String kind) {
		Person reader = this.current.get().requireReviewer();
		ProposalState chosen = ProposalState.of(state).orElse(null);
		ProposalKind what = ProposalKind.of(kind).orElse(null);
		return new ModelAndView("desk-proposals").addObject("proposals", this.proposals.sent(chosen, what, MOST))
			.addObject("states", ProposalState.values())
			.addObject("kinds", ProposalKind.values())
			.addObject("state", chosen)
			.addObject("kind", what)
			.addObject("desk", reader.isSecretariat());
	}

	@GetMapping("/{id}")
	ModelAndView one(@PathVariable long id) {
		Person reader = this.current.get().requireReviewer();
		Proposal proposal = this.ours.readable(id, reader);
		Long change = proposal.planChange();
		return new ModelAndView("desk-proposal").addObject("proposal", proposal)
			.addObject("content", proposal.sent())
			.addObject("kind", proposal.sent().kindOf().orElse(null))
			.addObject("steps", this.views.history(proposal, false))
			.addObject("change", (change != null) ? this.changes.find(change).orElse(null) : null)
			.addObject("desk", reader.isSecretariat());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return ProposalPages.message(refused);
	}

}
