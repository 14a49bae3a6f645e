package org.asemeducation.stocktake.update.entry;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.Entry;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "Yes, this is ours": where the mail leads to. Opening it confirms nothing, the button
 * does.
 */
@Controller
@RequestMapping("/i/{cycle}/{initiative}/ours")
class OursPage {

	private final Entering entering;

	private final Entries entries;

	private final CycleInitiatives initiatives;

	private final Writers writers;

	private final CurrentPerson current;

	OursPage(Entering entering, Entries entries, CycleInitiatives initiatives, Writers writers, CurrentPerson current) {
		this.entering = entering;
		this.entries = entries;
		this.initiatives = initiatives;
		this.writers = writers;
		this.current = current;
	}

	@GetMapping
	String show(@PathVariable String cycle, @PathVariable String initiative, Model model) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		this.writers.requireSpeaker(key, this.current.get().userId());
		Entry entry = this.entries.latest(key)
			.orElseThrow(() -> Refused
				.notFound("The last version of %s is not one that the secretariat has entered.".formatted(initiative)));
		model.addAttribute("entry", entry)
			.addAttribute("cycle", cycle)
			.addAttribute("initiative", initiative)
			.addAttribute("title", this.initiatives.find(key.cycle(), key.initiative()).orElseThrow().title());
		return "ours";
	}

	@PostMapping
	String confirm(@PathVariable String cycle, @PathVariable String initiative, @RequestParam int version) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		this.entering.confirm(key, version, this.current.get().userId());
		return "redirect:/i/%s/%s/ours".formatted(key.cycle(), key.initiative());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus(switch (refused.why()) {
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			default -> HttpStatus.CONFLICT;
		});
		return page;
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		ModelAndView page = new ModelAndView("message", "sentence", wrong.getMessage());
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

}
