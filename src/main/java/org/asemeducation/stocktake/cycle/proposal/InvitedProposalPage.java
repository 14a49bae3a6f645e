package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind an invitation to propose something, for whoever holds the link. Opening
 * it changes nothing.
 */
@Controller
@RequestMapping("/proposal/{token}")
class InvitedProposalPage {

	private final InvitedProposals invited;

	private final ProposalViews views;

	InvitedProposalPage(InvitedProposals invited, ProposalViews views) {
		this.invited = invited;
		this.views = views;
	}

	@GetMapping
	ModelAndView open(@PathVariable String token) {
		return page(token);
	}

	@PostMapping("/withdrawn")
	ModelAndView withdraw(@PathVariable String token) {
		try {
			this.invited.withdraw(token);
		}
		catch (Refused refused) {
			if (refused.why() != Refused.Why.CONFLICT) {
				throw refused;
			}
			ModelAndView page = page(token).addObject("problem", refused.getMessage());
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
		return new ModelAndView("redirect:/proposal/" + token);
	}

	private ModelAndView page(String token) {
		Invitation invitation = this.invited.invitation(token);
		ModelAndView page = new ModelAndView("proposal").addObject("invitation", invitation)
			.addObject("source", "/api/invited-proposals/" + token)
			.addObject("withdraw", "/proposal/%s/withdrawn".formatted(token));
		this.invited.of(invitation)
			.ifPresent((proposal) -> page.addObject("proposal", proposal)
				.addObject("steps", this.views.history(proposal, true)));
		return page;
	}

	/** A link that no longer leads anywhere is gone; one that nobody made never was. */
	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return ProposalPages.message(refused);
	}

}
