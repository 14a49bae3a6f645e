package org.asemeducation.stocktake.notification.roster;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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
 * Where a contact says whether they still are the contact. Opening it changes nothing.
 */
@Controller
@RequestMapping("/my/contact/{cycle}")
class ConfirmationPage {

	private final Confirming confirming;

	private final Confirmations confirmations;

	private final Cycles cycles;

	private final Register register;

	private final CurrentPerson current;

	ConfirmationPage(Confirming confirming, Confirmations confirmations, Cycles cycles, Register register,
			CurrentPerson current) {
		this.confirming = confirming;
		this.confirmations = confirmations;
		this.cycles = cycles;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable String cycle) {
		return page(cycle, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView answer(@PathVariable String cycle, @RequestParam(required = false) @Nullable String answer,
			@RequestParam(required = false) @Nullable String name,
			@RequestParam(required = false) @Nullable String email, RedirectAttributes next) {
		Person me = this.current.get().requireCoordinator();
		Cycle known = known(cycle);
		try {
			this.confirming.answer(known.name(), Answer.of(answer, name, email), me.userId());
		}
		catch (IllegalArgumentException ex) {
			return page(cycle, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage())
				.addObject("answer", answer)
				.addObject("name", name)
				.addObject("email", email);
		}
		catch (Refused ex) {
			return page(cycle, HttpStatus.CONFLICT).addObject("problem", ex.getMessage());
		}
		next.addFlashAttribute("done", "still".equals(answer) ? "Thank you: you are confirmed as the contact."
				: "Thank you. The secretariat enters the person you named; until then mails come to you.");
		return new ModelAndView("redirect:/my/contact/" + known.name());
	}

	private ModelAndView page(String cycle, HttpStatus status) {
		Person me = this.current.get().requireCoordinator();
		Cycle known = known(cycle);
		Line line = this.register.contactByUser(me.userId())
			.map(Contact::id)
			.flatMap((contact) -> this.confirmations.of(known.name(), contact.value()))
			.orElseThrow(() -> new AccessDeniedException(
					"You are no contact of anybody who coordinates an initiative in %s.".formatted(cycle)));
		return new ModelAndView("confirm-contact", status).addObject("cycle", known)
			.addObject("line", line)
			.addObject("open", known.state() == Cycle.State.OPENED)
			.addObject("answer", line.answer())
			.addObject("name", line.newName())
			.addObject("email", line.newEmail());
	}

	private Cycle known(String cycle) {
		return this.cycles.find(new CycleName(cycle))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
