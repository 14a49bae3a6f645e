package org.asemeducation.stocktake.cycle.proposal;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.proposal.ProposalInvitations.InvitationForm;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.change.Days;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat invites people from outside to propose something, and takes an
 * invitation back.
 */
@Controller
@RequestMapping("/desk/proposals/invitations")
class ProposalInvitationsPage {

	private static final int MOST = 300;

	private static final String ADDRESS = "redirect:/desk/proposals/invitations";

	private final ProposalInvitations invitations;

	private final PlanChanges plan;

	private final CurrentPerson current;

	ProposalInvitationsPage(ProposalInvitations invitations, PlanChanges plan, CurrentPerson current) {
		this.invitations = invitations;
		this.plan = plan;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@RequestParam(required = false) @Nullable String subject) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, new InvitationForm(null, null, null, "en", subject,
				this.plan.today().plusDays(ProposalInvitations.DAYS).toString(), null));
	}

	@PostMapping
	ModelAndView invite(@ModelAttribute("form") InvitationForm form, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			Invitation sent = this.invitations.invite(form, by);
			// the session keeps this for a while, and so no name
			next.addFlashAttribute("done", "The invitation is good until %s: the mail with the link is queued."
				.formatted(Days.inWords(sent.lastDay())));
			return new ModelAndView(ADDRESS);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, form).addObject("problems", refused.problems());
		}
	}

	@PostMapping("/{id}/withdrawn")
	ModelAndView withdraw(@PathVariable long id, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.invitations.withdraw(id, by);
		}
		catch (Refused refused) {
			return ProposalPages.message(refused);
		}
		next.addFlashAttribute("done", "The invitation is withdrawn: its link leads nowhere from now on.");
		return new ModelAndView(ADDRESS);
	}

	private ModelAndView page(HttpStatus status, InvitationForm form) {
		return new ModelAndView("proposal-invitations", status).addObject("form", form)
			.addObject("invitations", this.invitations.newest(MOST))
			.addObject("today", this.plan.today());
	}

}
