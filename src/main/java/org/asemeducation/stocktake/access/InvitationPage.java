package org.asemeducation.stocktake.access;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind an invitation link. Opening it changes nothing, because mail scanners
 * open links too; only sending a password does.
 */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPage {

	private final Invitations invitations;

	InvitationPage(Invitations invitations) {
		this.invitations = invitations;
	}

	@GetMapping
	ModelAndView open(@PathVariable String token) {
		return page(this.invitations.invited(token), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView accept(@PathVariable String token, @RequestParam String password, @RequestParam String repeated) {
		Optional<Contact> invited = this.invitations.invited(token);
		if (!password.equals(repeated)) {
			return refused(invited, "The two passwords differ: type the same one twice.");
		}
		try {
			return this.invitations.accept(token, password)
				.map((contact) -> new ModelAndView("redirect:/login?welcome"))
				.orElseGet(() -> page(Optional.empty(), HttpStatus.GONE));
		}
		catch (IllegalArgumentException ex) {
			return refused(invited, String.valueOf(ex.getMessage()));
		}
	}

	private static ModelAndView refused(Optional<Contact> invited, String problem) {
		return page(invited, HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", problem);
	}

	private static ModelAndView page(Optional<Contact> invited, HttpStatus status) {
		ModelAndView page = new ModelAndView("invitation", invited.isPresent() ? status : HttpStatus.GONE);
		invited.ifPresent((contact) -> page.addObject("contact", contact));
		return page;
	}

}
