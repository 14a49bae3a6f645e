package org.asemeducation.stocktake.notification.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
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
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping("/{cycle}/{contact}/entering")
	ModelAndView enter(@PathVariable String cycle, @PathVariable long contact, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		return act(() -> this.confirming.enter(new CycleName(cycle), contact, by),
				"The register is brought up to date; whoever is new in it is invited.", next);
	}

	@PostMapping("/{cycle}/{contact}/leaving")
	ModelAndView leave(@PathVariable String cycle, @PathVariable long contact, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		return act(() -> this.confirming.leave(new CycleName(cycle), contact, by), "The register stays as it is.",
				next);
	}

	private ModelAndView act(Runnable act, String done, RedirectAttributes next) {
		try {
			act.run();
		}
		catch (Refused ex) {
			return page(HttpStatus.CONFLICT).addObject("problem", ex.getMessage());
		}
		next.addFlashAttribute("done", done);
		return new ModelAndView("redirect:/desk/roster");
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("roster", status).addObject("rosters",
				this.confirmations.open().stream().map(this::roster).toList());
	}

	private Roster roster(CycleName name) {
		Cycle cycle = this.cycles.get(name);
		return new Roster(name.value(), cycle.date(DeadlineKind.REQUEST), this.confirmations.of(name),
				this.confirmations.withoutContact(name));
	}

	/**
	 * The contacts of one cycle.
	 *
	 * @param cycle its name
	 * @param requests when it asks
	 * @param lines all of them
	 * @param withoutContact the initiatives that nobody could be asked about
	 */
	record Roster(String cycle, LocalDate requests, List<Line> lines, List<String> withoutContact) {

		public List<Line> toSettle() {
			return having(Line::isToSettle);
		}

		public List<Line> lost() {
			return having(Line::isLost);
		}

		public List<Line> silent() {
			return having(Line::isSilent);
		}

		public List<Line> confirmed() {
			return having(Line::isConfirmed);
		}

		private List<Line> having(Predicate<Line> what) {
			return this.lines.stream().filter(what).toList();
		}

	}

}
