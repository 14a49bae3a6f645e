package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The address that mails carry: it lasts. Leads to the form while the update is asked
 * for, which the AES sees as its coordinators do, to the update as submitted afterwards,
 * and to one sentence where there is neither.
 */
@Controller
class UpdatePageController {

	private final UpdateViews views;

	private final CurrentPerson current;

	UpdatePageController(UpdateViews views, CurrentPerson current) {
		this.views = views;
		this.current = current;
	}

	@GetMapping("/i/{cycle}/{initiative}")
	String show(@PathVariable String cycle, @PathVariable String initiative, Model model) {
		UpdateView update = this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
		if (!update.may().write() && !update.may().looksOn() && update.revision() == null) {
			throw Refused.notFound(nothingToShow(update));
		}
		model.addAttribute("update", update);
		return "update";
	}

	private static String nothingToShow(UpdateView update) {
		String sentence = switch (UpdateState.of(update.state())) {
			case UNSTAFFED -> "Nobody coordinates %s yet: the secretariat is looking for a coordinator.";
			case REQUESTED, RETURNED, IN_REVIEW -> "The update of %s is asked for and not submitted yet.";
			case SETTLED -> "No update of %s was received, and none can be given any more.";
		};
		return sentence.formatted(update.initiative());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		ModelAndView page = new ModelAndView("message", "sentence", wrong.getMessage());
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

}
