package org.asemeducation.stocktake.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.provider.ProviderSignIn;

import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * The ways in: a password that is kept here, and the organisation's provider.
 */
@Component
class SignIn {

	private final PasswordSignIn passwords;

	private final ProviderSignIn provider;

	private final Contacts contacts;

	private final LocalAccounts localAccounts;

	private final BeginSession beginSession;

	SignIn(PasswordSignIn passwords, ProviderSignIn provider, Contacts contacts, LocalAccounts localAccounts,
			BeginSession beginSession) {
		this.passwords = passwords;
		this.provider = provider;
		this.contacts = contacts;
		this.localAccounts = localAccounts;
		this.beginSession = beginSession;
	}

	/** What looks at each request whether its session may go on. */
	ActiveAccountFilter guard() {
		return new ActiveAccountFilter(this.contacts, this.localAccounts);
	}

	void addTo(HttpSecurity http, RequestCache deepLinks) throws Exception {
		// without a parent: it knows the same provider, and each password would be tried
		// twice
		http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
		http.authenticationProvider(this.passwords)
			.sessionManagement((session) -> session.addSessionAuthenticationStrategy(this.beginSession))
			.formLogin((form) -> form.loginPage("/login")
				.usernameParameter("account")
				.passwordParameter("password")
				.authenticationDetailsSource(SignInAttempt::of)
				.successHandler(new BackToPage(deepLinks, (request) -> ""))
				.failureHandler(SignIn::refuse));
		this.provider.addTo(http, new BackToPage(deepLinks, ProviderSignIn::place), this.contacts::usersWith);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		String why = (reason instanceof SlowedDownException) ? "slowed" : "failed";
		response.sendRedirect(request.getContextPath() + "/login?" + why);
	}

}
