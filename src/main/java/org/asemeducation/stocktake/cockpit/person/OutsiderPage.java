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
 * Where the secretariat hands out what is held about somebody from outside who was
 * invited to propose something, and erases them.
 */
@Controller
@RequestMapping("/desk/register/outsiders/{invitation}")
class OutsiderPage {

	private final EraseOutsider erasing;

	private final PersonFiles files;

	private final CurrentPerson current;

	OutsiderPage(EraseOutsider erasing, PersonFiles files, CurrentPerson current) {
		this.erasing = erasing;
		this.files = files;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable long invitation) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, invitation);
	}

	/**
	 * Everything held about the person, as one file.
	 * @param format {@code json}, or else HTML
	 */
	@PostMapping("/export")
	Object export(@PathVariable long invitation, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "html") String format) throws JsonProcessingException {
		Person by = this.current.get().requireSecretariat();
		try {
			return this.files.of(this.erasing.handOut(invitation, reason, by), format);
		}
		catch (IllegalArgumentException ex) {
			return refused(HttpStatus.UNPROCESSABLE_ENTITY, invitation, ex, reason);
		}
	}

	@PostMapping("/erasure")
	ModelAndView erase(@PathVariable long invitation, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) @Nullable String confirmed, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			if (confirmed == null) {
				throw new IllegalArgumentException(PersonPage.UNCONFIRMED);
			}
			String called = this.erasing.erase(invitation, reason, by);
			next.addFlashAttribute("done", "The person is erased, and called “%s” from now on.".formatted(called));
			return new ModelAndView("redirect:/desk/register/outsiders/" + invitation);
		}
		catch (IllegalArgumentException ex) {
			return refused(HttpStatus.UNPROCESSABLE_ENTITY, invitation, ex, reason);
		}
		catch (Refused ex) {
			return refused(HttpStatus.CONFLICT, invitation, ex, reason);
		}
	}

	/** Nobody was invited by that number. */
	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return new ModelAndView("message", Map.of("sentence", String.valueOf(refused.getMessage())),
				HttpStatus.NOT_FOUND);
	}

	private ModelAndView refused(HttpStatus status, long invitation, RuntimeException why, String reason) {
		return page(status, invitation).addObject("problem", why.getMessage()).addObject("reason", reason);
	}

	private ModelAndView page(HttpStatus status, long invitation) {
		return new ModelAndView("person", status).addObject("all", this.erasing.foresee(invitation));
	}

}
