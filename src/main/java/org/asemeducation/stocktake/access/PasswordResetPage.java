package org.asemeducation.stocktake.access;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.throttle.Budget;
import org.asemeducation.stocktake.access.throttle.Budgets;
import org.asemeducation.stocktake.access.throttle.ClientAddress;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "Forgot your password?": asks for the address, says the same to everybody, and is the
 * page behind the link in the mail. Opening that changes nothing, because mail scanners
 * open links too.
 */
@Controller
@RequestMapping("/password-reset")
class PasswordResetPage {

	private static final Budget FROM_CLIENT = new Budget("reset-client", 20, Duration.ofHours(1));

	private final LocalAccounts localAccounts;

	private final ResetRequests requests;

	private final PasswordResets resets;

	private final Budgets budgets;

	private final DeviceCookie device;

	PasswordResetPage(LocalAccounts localAccounts, ResetRequests requests, PasswordResets resets, Budgets budgets,
			DeviceCookie device) {
		this.localAccounts = localAccounts;
		this.requests = requests;
		this.resets = resets;
		this.budgets = budgets;
		this.device = device;
	}

	@GetMapping
	ModelAndView ask() {
		return this.localAccounts.areOpen() ? page("ask", HttpStatus.OK) : closed();
	}

	@PostMapping
	ModelAndView take(@RequestParam String email, HttpServletRequest request) {
		if (!this.localAccounts.areOpen()) {
			return closed();
		}
		if (!this.budgets.take(FROM_CLIENT, ClientAddress.of(request))) {
			return page("ask", HttpStatus.TOO_MANY_REQUESTS).addObject("problem",
					"Too many mails were asked for from your network: wait an hour and ask again.");
		}
		this.requests.take(email);
		return page("asked", HttpStatus.OK);
	}

	@GetMapping("/{token}")
	ModelAndView open(@PathVariable String token) {
		return page(this.resets.asked(token));
	}

	@PostMapping("/{token}")
	ModelAndView accept(@PathVariable String token, @RequestParam String password, @RequestParam String repeated,
			HttpServletRequest request, HttpServletResponse response) {
		Optional<Contact> asked = this.resets.asked(token);
		if (!password.equals(repeated)) {
			return refused(asked, "The two passwords differ: type the same one twice.");
		}
		try {
			Optional<Contact> done = this.resets.accept(token, password);
			done.ifPresent((contact) -> this.device.remember(contact.userId(), request, response));
			return done.isPresent() ? new ModelAndView("redirect:/login?welcome") : page(done);
		}
		catch (IllegalArgumentException ex) {
			return refused(asked, String.valueOf(ex.getMessage()));
		}
	}

	private ModelAndView refused(Optional<Contact> asked, String problem) {
		ModelAndView page = page(asked).addObject("problem", problem);
		if (asked.isPresent()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private ModelAndView page(Optional<Contact> asked) {
		if (!this.localAccounts.areOpen()) {
			return closed();
		}
		return asked.map((contact) -> page("set", HttpStatus.OK).addObject("contact", contact))
			.orElseGet(() -> page("over", HttpStatus.GONE));
	}

	private static ModelAndView closed() {
		return page("closed", HttpStatus.GONE);
	}

	private static ModelAndView page(String step, HttpStatus status) {
		return new ModelAndView("password-reset", status).addObject("step", step);
	}

}
