package org.asemeducation.stocktake.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page and the sign-in page.
 */
@Controller
class StartPage {

	private final CurrentPerson person;

	StartPage(CurrentPerson person) {
		this.person = person;
	}

	@GetMapping("/")
	String start(Model model) {
		if (this.person.isSignedIn()) {
			model.addAttribute("person", this.person.get());
		}
		return "index";
	}

	@GetMapping("/login")
	String signIn() {
		return "login";
	}

}
