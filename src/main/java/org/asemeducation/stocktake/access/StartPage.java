package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.provider.ProviderSignIn;
import org.asemeducation.stocktake.access.provider.ProviderSignOut;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page and the sign-in page.
 */
@Controller
class StartPage {

	private final CurrentPerson person;

	private final Officials officials;

	private final LocalAccounts localAccounts;

	private final ProviderSignIn provider;

	private final ProviderSignOut signOut;

	StartPage(CurrentPerson person, Officials officials, LocalAccounts localAccounts, ProviderSignIn provider,
			ProviderSignOut signOut) {
		this.person = person;
		this.officials = officials;
		this.localAccounts = localAccounts;
		this.provider = provider;
		this.signOut = signOut;
	}

	@GetMapping("/")
	String start(Model model) {
		if (this.person.isSignedIn()) {
			Person person = this.person.get();
			model.addAttribute("person", person);
			model.addAttribute("official", person.isSecretariat() || !this.officials.of(person).isEmpty());
		}
		return "index";
	}

	@GetMapping("/login")
	String signIn(HttpServletRequest request, Model model) {
		if (this.provider.isConfigured()) {
			model.addAttribute("provider", this.provider.label());
			model.addAttribute("refusal", this.provider.refusal(request));
		}
		model.addAttribute("passwords", this.localAccounts.areOpen());
		String farewell = this.signOut.farewell(request);
		if (farewell == null || model.getAttribute("refusal") != null) {
			return "login";
		}
		model.addAttribute("farewell", farewell);
		return "signed-out";
	}

}
