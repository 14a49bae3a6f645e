package org.asemeducation.stocktake.update.people;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES reads what answers and updates mean for the plan, and notes what it has
 * done about each.
 */
@Controller
@RequestMapping("/desk/plan-proposals")
class PlanProposalsPage {

	private static final int MOST = 200;

	private final PlanProposals proposals;

	private final ProposeForPlan proposing;

	private final CurrentPerson current;

	PlanProposalsPage(PlanProposals proposals, ProposeForPlan proposing, CurrentPerson current) {
		this.proposals = proposals;
		this.proposing = proposing;
		this.current = current;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping("/{id}/settlement")
	ModelAndView settle(@PathVariable long id, @RequestParam(required = false) @Nullable String as,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.proposing.settle(id, as, by);
		}
		catch (Refused refused) {
			String problem = refused.problems().isEmpty() ? refused.getMessage() : refused.problems().get(0).message();
			return page(refused.problems().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY)
				.addObject("problem", problem)
				.addObject("as", as)
				.addObject("at", id);
		}
		next.addFlashAttribute("done", "It is noted, with your name.");
		return new ModelAndView("redirect:/desk/plan-proposals");
	}

	private ModelAndView page(HttpStatus status) {
		List<PlanProposal> first = this.proposals.first(MOST + 1);
		return new ModelAndView("plan-proposals", status).addObject("proposals", first.stream().limit(MOST).toList())
			.addObject("more", first.size() > MOST);
	}

}
