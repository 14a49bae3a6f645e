package org.asemeducation.stocktake.cockpit.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.proposal.Outsiders;
import org.asemeducation.stocktake.engine.Refused;
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
 * Where the secretariat finds somebody, hands out what is held about them, and erases
 * them.
 */
@Controller
@RequestMapping("/desk/register/people")
class PersonPage {

	static final String UNCONFIRMED = "Nothing was erased: tick that you have looked at what goes. It cannot be brought back.";

	private final ErasePerson erasing;

	private final Register register;

	private final CurrentPerson current;

	private final PersonFiles files;

	private final Outsiders outsiders;

	private final Addresses addresses;

	PersonPage(ErasePerson erasing, Register register, CurrentPerson current, PersonFiles files, Outsiders outsiders,
			Addresses addresses) {
		this.erasing = erasing;
		this.register = register;
		this.current = current;
		this.files = files;
		this.outsiders = outsiders;
		this.addresses = addresses;
	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String search) {
		this.current.get().requireSecretariat();
		return people(HttpStatus.OK, search);
	}

	@GetMapping("/{contact}")
	ModelAndView show(@PathVariable long contact) {
		this.current.get().requireSecretariat();
		try {
			return page(HttpStatus.OK, contact);
		}
		catch (IllegalArgumentException ex) {
			return people(HttpStatus.NOT_FOUND, "").addObject("problem", ex.getMessage());
		}
	}

	/**
	 * Everything held about the person, as one file.
	 * @param format {@code json}, or else HTML
	 */
	@PostMapping("/{contact}/export")
	Object export(@PathVariable long contact, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "html") String format) throws JsonProcessingException {
		Person by = this.current.get().requireSecretariat();
		try {
			Everything all = this.erasing.handOut(new ContactId(contact), reason, by);
			return this.files.of(all, format);
		}
		catch (IllegalArgumentException ex) {
			return refused(contact, ex, reason);
		}
	}

	@PostMapping("/{contact}/erasure")
	ModelAndView erase(@PathVariable long contact, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) @Nullable String confirmed, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			if (confirmed == null) {
				throw new IllegalArgumentException(UNCONFIRMED);
			}
			String called = this.erasing.erase(new ContactId(contact), reason, by);
			next.addFlashAttribute("done", "The person is erased, and called “%s” from now on.".formatted(called));
			return new ModelAndView("redirect:/desk/register/people/" + contact);
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(contact, ex, reason);
		}
	}

	private ModelAndView refused(long contact, RuntimeException why, String reason) {
		try {
			return page((why instanceof Refused) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, contact)
				.addObject("problem", why.getMessage())
				.addObject("reason", reason);
		}
		catch (IllegalArgumentException ex) {
			return show(contact);
		}
	}

	private ModelAndView people(HttpStatus status, String search) {
		return new ModelAndView("people", status).addObject("search", search)
			.addObject("people", this.register.everybody(search))
			.addObject("outsiders", this.outsiders.like(search))
			.addObject("addresses", this.addresses.like(search));
	}

	private ModelAndView page(HttpStatus status, long contact) {
		return new ModelAndView("person", status).addObject("all", this.erasing.foresee(new ContactId(contact)));
	}

}
