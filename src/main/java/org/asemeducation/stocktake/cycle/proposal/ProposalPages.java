package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;

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
 * Where those who speak for a party begin a proposal, write it, and see where theirs
 * stand.
 */
@Controller
@RequestMapping("/my/proposals")
class ProposalPages {

	private final OurProposals proposals;

	private final ProposalViews views;

	private final CurrentPerson current;

	ProposalPages(OurProposals proposals, ProposalViews views, CurrentPerson current) {
		this.proposals = proposals;
		this.views = views;
		this.current = current;
	}

	@GetMapping
	ModelAndView all() {
		Person person = this.current.get().requireCoordinator();
		return new ModelAndView("my-proposals").addObject("proposals", this.proposals.of(person))
			.addObject("parties", this.proposals.parties(person));
	}

	@PostMapping
	String begin(@RequestParam(defaultValue = "0") long party) {
		return "redirect:/my/proposals/" + this.proposals.begin(this.current.get().requireCoordinator(), party);
	}

	@GetMapping("/{id}")
	ModelAndView one(@PathVariable long id) {
		return page(this.proposals.ours(id, this.current.get()));
	}

	@PostMapping("/{id}/withdrawn")
	ModelAndView withdraw(@PathVariable long id, RedirectAttributes next) {
		Person person = this.current.get();
		Proposal proposal = this.proposals.ours(id, person);
		try {
			this.proposals.withdraw(id, person);
		}
		catch (Refused refused) {
			ModelAndView page = page(this.proposals.ours(id, person)).addObject("problem", refused.getMessage());
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
		next.addFlashAttribute("done", "“%s” is withdrawn.".formatted(proposal.title()));
		return new ModelAndView("redirect:/my/proposals");
	}

	private ModelAndView page(Proposal proposal) {
		return new ModelAndView("proposal").addObject("proposal", proposal)
			.addObject("steps", this.views.history(proposal, true))
			.addObject("source", "/api/proposals/" + proposal.id())
			.addObject("withdraw", "/my/proposals/%d/withdrawn".formatted(proposal.id()))
			.addObject("invitation", null);
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return message(refused);
	}

	static ModelAndView message(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus(switch (refused.why()) {
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
			default -> HttpStatus.CONFLICT;
		});
		return page;
	}

}
