package org.asemeducation.stocktake.cycle.agenda;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES answers who asked for time at a meeting.
 */
@Controller
@RequestMapping("/desk/meetings/{cycle}/{kind}/slots")
class SlotsPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Slots slots;

	private final AskingForSlot asking;

	private final CurrentPerson current;

	SlotsPage(Cycles cycles, Meetings meetings, Slots slots, AskingForSlot asking, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.slots = slots;
		this.asking = asking;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, cycle, kind);
	}

	@PostMapping("/{slot}")
	ModelAndView answer(@PathVariable CycleName cycle, @PathVariable MeetingKind kind, @PathVariable long slot,
			@RequestParam(defaultValue = "") String act, @RequestParam(required = false) @Nullable String minutes,
			@RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String because,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.asking.answer(cycle, kind, slot, new SlotAnswer(act.equals("give"), number(minutes), at, because), by);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind).addObject("problem", refused.getMessage())
				.addObject("refused", slot)
				.addObject("at", at)
				.addObject("because", because);
		}
		next.addFlashAttribute("done", "It is answered: they are told by mail.");
		return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/slots");
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind) {
		return new ModelAndView("slots", status)
			.addObject("cycle",
					this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("slots", this.slots.at(cycle, kind));
	}

	private static @Nullable Integer number(@Nullable String minutes) {
		return (minutes != null && minutes.strip().matches("\\d{1,4}")) ? Integer.valueOf(minutes.strip()) : null;
	}

}
