package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.access.throttle.Guess;
import org.asemeducation.stocktake.access.throttle.Guesses;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs a contact in by e-mail address or user id; the engine keeps the password. An
 * account that does not exist is treated like one with another password, in answer and in
 * time. No groups are remembered: they are read when they matter.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

	/** No user is called so. */
	private static final String NOBODY = "-";

	private final Contacts contacts;

	private final Accounts accounts;

	private final LocalAccounts localAccounts;

	private final Guesses guesses;

	PasswordSignIn(Contacts contacts, Accounts accounts, LocalAccounts localAccounts, Guesses guesses) {
		this.contacts = contacts;
		this.accounts = accounts;
		this.localAccounts = localAccounts;
		this.guesses = guesses;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String typed = attempt.getName().strip();
		String password = String.valueOf(attempt.getCredentials());
		Optional<String> user = contact(typed).filter(Contact::active)
			.filter(this.localAccounts::mayUsePassword)
			.map(Contact::userId);
		Guess guess = guess(user.orElseGet(() -> typed.toLowerCase(Locale.ROOT)), attempt);
		if (!this.guesses.mayTry(guess)) {
			throw new SlowedDownException();
		}
		boolean right = this.accounts.hasPassword(user.orElse(NOBODY), password);
		if (!right || user.isEmpty()) {
			throw new BadCredentialsException("Unknown account or wrong password");
		}
		this.guesses.succeeded(guess);
		UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(user.get(), null,
				List.of());
		person.setDetails("password"); // else the attempt would be kept in the session
		return person;
	}

	private Optional<Contact> contact(String typed) {
		if (typed.chars().anyMatch(Character::isISOControl)) {
			return Optional.empty();
		}
		return typed.contains("@") ? this.contacts.byEmail(typed) : this.contacts.byUser(typed);
	}

	private static Guess guess(String account, Authentication attempt) {
		SignInAttempt from = (attempt.getDetails() instanceof SignInAttempt details) ? details
				: new SignInAttempt("unknown", null);
		return new Guess(account, from.client(), from.device());
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

}
