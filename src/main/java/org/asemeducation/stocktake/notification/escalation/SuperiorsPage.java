package org.asemeducation.stocktake.notification.escalation;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
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
 * Where the AES enters whom it may write to above a party's contacts.
 */
@Controller
@RequestMapping("/desk/superiors")
class SuperiorsPage {

	private final Superiors superiors;

	private final Register register;

	private final CurrentPerson current;

	SuperiorsPage(Superiors superiors, Register register, CurrentPerson current) {
		this.superiors = superiors;
		this.register = register;
		this.current = current;
	}

	@GetMapping
	ModelAndView show() {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK);
	}

	@PostMapping
	ModelAndView enter(@RequestParam(required = false) @Nullable String party,
			@RequestParam(required = false) @Nullable String name,
			@RequestParam(required = false) @Nullable String email, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			this.superiors
				.enter(new Superior(this.register.partyCalled(text(party)).id().value(), text(name), text(email)), by);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage())
				.addObject("party", party)
				.addObject("name", name)
				.addObject("email", email);
		}
		next.addFlashAttribute("done", "The superior is entered. Nothing is ever sent to them without you.");
		return new ModelAndView("redirect:/desk/superiors");
	}

	@PostMapping("/{party}/removal")
	String remove(@PathVariable long party, RedirectAttributes next) {
		this.superiors.remove(party, this.current.get().requireSecretariat().userId());
		next.addFlashAttribute("done", "The superior is removed: no escalation is proposed for this party any more.");
		return "redirect:/desk/superiors";
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("superiors", status).addObject("lines", this.superiors.all())
			.addObject("parties", this.register.names(Register.OFFERED));
	}

	private static String text(@Nullable String field) {
		return (field != null) ? field.strip() : "";
	}

}
