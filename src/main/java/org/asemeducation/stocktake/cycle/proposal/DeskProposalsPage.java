package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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

	private final CheckingProposals checking;

	private final ProposalViews views;

	private final DecidedChanges changes;

	private final CurrentPerson current;

	DeskProposalsPage(Proposals proposals, OurProposals ours, CheckingProposals checking, ProposalViews views,
			DecidedChanges changes, CurrentPerson current) {
		this.proposals = proposals;
		this.ours = ours;
		this.checking = checking;
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
		return page(HttpStatus.OK, id);
	}

	/** The reviewing body gets another day for its advice. */
	@PostMapping("/{id}/advice-day")
	ModelAndView moveAdviceDay(@PathVariable long id, @RequestParam(required = false) @Nullable String due,
			@RequestParam(required = false) @Nullable String reason, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.checking.moveAdviceDay(id, due, reason, by);
		}
		catch (Refused refused) {
			if (refused.why() == Refused.Why.NOT_FOUND) {
				throw refused;
			}
			HttpStatus status = refused.problems().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
			String problem = refused.problems().isEmpty() ? refused.getMessage() : refused.problems().get(0).message();
			return page(status, id).addObject("problem", problem).addObject("due", due).addObject("reason", reason);
		}
		next.addFlashAttribute("done", "The day is moved, and the Standing Working Group is told.");
		return new ModelAndView("redirect:/desk/proposals/" + id);
	}

	private ModelAndView page(HttpStatus status, long id) {
		Person reader = this.current.get().requireReviewer();
		Proposal proposal = this.ours.readable(id, reader);
		Long change = proposal.planChange();
		return new ModelAndView("desk-proposal", status).addObject("proposal", proposal)
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
