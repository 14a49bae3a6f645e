package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;

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
 * Where the AES says which party of the register hosts a meeting, and sees what the host
 * has said.
 */
@Controller
@RequestMapping("/desk/meetings/{cycle}/{kind}/host")
class HostPage {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Hosting hosting;

	private final NamingHost naming;

	private final Register register;

	private final CurrentPerson current;

	HostPage(Cycles cycles, Meetings meetings, Hosting hosting, NamingHost naming, Register register,
			CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.hosting = hosting;
		this.naming = naming;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		return page(HttpStatus.OK, known(cycle), kind, this.current.get().requireSecretariat());
	}

	@PostMapping
	ModelAndView name(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam(defaultValue = "") String party, RedirectAttributes next) {
		Person me = this.current.get().requireSecretariat();
		try {
			String name = this.naming.name(known(cycle), kind, party, me.userId());
			next.addFlashAttribute("done",
					name.isEmpty() ? "Nobody of the register hosts it: its steps are yours alone."
							: "%s hosts it: its steps stand in the host’s Tasklist, and in yours.".formatted(name));
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, me).addObject("problem", refused.getMessage());
		}
		return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/host");
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind, Person me) {
		return new ModelAndView("meeting-host", status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("host", this.hosting.of(cycle, kind, me))
			.addObject("parties", this.register.parties());
	}

	private CycleName known(CycleName cycle) {
		return this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).name();
	}

}
