package org.asemeducation.stocktake.notification.roster;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;

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
 * The AES's list before the requests go out: who has said that they are the contact, who
 * names somebody else, who is silent or not reached, and what has no contact at all.
 */
@Controller
@RequestMapping("/desk/roster")
class RosterPage {

	private final Confirming confirming;

	private final Confirmations confirmations;

	private final Cycles cycles;

	private final CurrentPerson current;

	RosterPage(Confirming confirming, Confirmations confirmations, Cycles cycles, CurrentPerson current) {
		this.confirming = confirming;
		this.confirmations = confirmations;
		this.cycles = cycles;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String search) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, search.strip());
	}

	@PostMapping("/{cycle}/{contact}/entering")
	ModelAndView enter(@PathVariable String cycle, @PathVariable long contact,
			@RequestParam(defaultValue = "") String search, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		return act(() -> this.confirming.enter(new CycleName(cycle), contact, by),
				"The register is brought up to date; whoever is new in it is invited.", search, next);
	}

	@PostMapping("/{cycle}/{contact}/leaving")
	ModelAndView leave(@PathVariable String cycle, @PathVariable long contact,
			@RequestParam(defaultValue = "") String search, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		return act(() -> this.confirming.leave(new CycleName(cycle), contact, by), "The register stays as it is.",
				search, next);
	}

	private ModelAndView act(Runnable act, String done, String search, RedirectAttributes next) {
		try {
			act.run();
		}
		catch (Refused ex) {
			return page(HttpStatus.CONFLICT, search).addObject("problem", ex.getMessage());
		}
		next.addFlashAttribute("done", done);
		if (!search.isBlank()) {
			next.addAttribute("search", search);
		}
		return new ModelAndView("redirect:/desk/roster");
	}

	private ModelAndView page(HttpStatus status, String search) {
		List<Roster> rosters = this.confirmations.open().stream().map((cycle) -> roster(cycle, search)).toList();
		return new ModelAndView("roster", status).addObject("rosters", rosters)
			.addObject("search", search)
			.addObject("most", Roster.MOST)
			.addObject("searchable", !search.isEmpty() || rosters.stream().anyMatch(Roster::isShownInPart));
	}

	private Roster roster(CycleName name, String search) {
		return new Roster(name.value(), this.cycles.get(name).date(DeadlineKind.REQUEST),
				this.confirmations.of(name, search), this.confirmations.withoutContact(name, search));
	}

}
