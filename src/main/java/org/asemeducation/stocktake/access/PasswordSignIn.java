package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs a contact in by e-mail address or user id; the engine keeps and checks the
 * password. No groups are remembered: they are read when they matter.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private final Contacts contacts;

	private final Accounts accounts;

	PasswordSignIn(Contacts contacts, Accounts accounts) {
		this.contacts = contacts;
		this.accounts = accounts;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String account = attempt.getName().strip();
		String password = String.valueOf(attempt.getCredentials());
		Optional<Contact> contact = account.contains("@") ? this.contacts.byEmail(account)
				: this.contacts.byUser(account);
		String userId = contact.filter(Contact::active)
			.map(Contact::userId)
			.filter((user) -> this.accounts.hasPassword(user, password))
			.orElseThrow(() -> new BadCredentialsException("Unknown account or wrong password"));
		return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

}
