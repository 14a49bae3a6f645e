package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
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
 * Where the secretariat chooses what is printed where no update was accepted.
 */
@Controller
@RequestMapping("/reports/{cycle}/missing")
class MissingPages {

	private final Cycles cycles;

	private final MissingChoice choice;

	private final CurrentPerson current;

	MissingPages(Cycles cycles, MissingChoice choice, CurrentPerson current) {
		this.cycles = cycles;
		this.choice = choice;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable("cycle") CycleName name) {
		this.current.get().requireSecretariat();
		return page(name, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView choose(@PathVariable("cycle") CycleName name, @RequestParam(defaultValue = "") String initiative,
			@RequestParam(name = "choice", defaultValue = "") String typed,
			@RequestParam(defaultValue = "") String words, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		this.cycles.get(name);
		try {
			this.choice.choose(name, initiative, typed, words, by);
		}
		catch (Refused refused) {
			return page(name,
					(refused.why() == Refused.Why.INVALID) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT)
				.addObject("problem", refused.getMessage())
				.addObject("typedFor", initiative)
				.addObject("typedChoice", typed)
				.addObject("typedWords", words);
		}
		next.addFlashAttribute("done",
				"Chosen for %s: it stands in the next draft that is compiled.".formatted(initiative));
		return new ModelAndView("redirect:/reports/%s/missing".formatted(name));
	}

	private ModelAndView page(CycleName name, HttpStatus status) {
		return new ModelAndView("missing", status).addObject("cycle", this.cycles.get(name))
			.addObject("all", this.choice.of(name));
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

}
