package org.asemeducation.stocktake.cockpit.person;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

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
 * Where the secretariat hands out what is held about somebody who is no contact and was
 * invited to nothing, and erases them. Their page is called by a row: an address of the
 * web is no place for that of a person.
 */
@Controller
@RequestMapping("/desk/register/addresses/{row}")
class AddressPage {

	private final EraseAddress erasing;

	private final PersonFiles files;

	private final CurrentPerson current;

	AddressPage(EraseAddress erasing, PersonFiles files, CurrentPerson current) {
		this.erasing = erasing;
		this.files = files;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable String row) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, row);
	}

	/**
	 * Everything held about the person, as one file.
	 * @param format {@code json}, or else HTML
	 */
	@PostMapping("/export")
	Object export(@PathVariable String row, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "html") String format) throws JsonProcessingException {
		Person by = this.current.get().requireSecretariat();
		try {
			return this.files.of(this.erasing.handOut(row, reason, by), format);
		}
		catch (IllegalArgumentException ex) {
			return refused(HttpStatus.UNPROCESSABLE_ENTITY, row, ex, reason);
		}
	}

	@PostMapping("/erasure")
	ModelAndView erase(@PathVariable String row, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) @Nullable String confirmed, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			if (confirmed == null) {
				throw new IllegalArgumentException(PersonPage.UNCONFIRMED);
			}
			String called = this.erasing.erase(row, reason, by);
			next.addFlashAttribute("done", "The person is erased, and called “%s” from now on.".formatted(called));
			return new ModelAndView("redirect:/desk/register/addresses/" + row);
		}
		catch (IllegalArgumentException ex) {
			return refused(HttpStatus.UNPROCESSABLE_ENTITY, row, ex, reason);
		}
		catch (Refused ex) {
			return refused(HttpStatus.CONFLICT, row, ex, reason);
		}
	}

	/** Nobody's address stands in that row. */
	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return new ModelAndView("message", Map.of("sentence", String.valueOf(refused.getMessage())),
				HttpStatus.NOT_FOUND);
	}

	private ModelAndView refused(HttpStatus status, String row, RuntimeException why, String reason) {
		return page(status, row).addObject("problem", why.getMessage()).addObject("reason", reason);
	}

	private ModelAndView page(HttpStatus status, String row) {
		return new ModelAndView("person", status).addObject("all", this.erasing.foresee(row));
	}

}
