package org.asemeducation.stocktake.access;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The person behind the request at hand.
 */
@Component("currentPerson")
public class CurrentPerson {

	private final Contacts contacts;

	private final Accounts accounts;

	CurrentPerson(Contacts contacts, Accounts accounts) {
		this.contacts = contacts;
		this.accounts = accounts;
	}

	/**
	 * The signed-in person, with the groups read anew.
	 * @return the person
	 * @throws AccessDeniedException when nobody is signed in
	 */
	public Person get() {
		if (!isSignedIn()) {
			throw new AccessDeniedException("Nobody is signed in: sign in and try again.");
		}
		String userId = SecurityContextHolder.getContext().getAuthentication().getName();
		String name = this.contacts.byUser(userId).map(Contact::name).orElse(userId);
		return new Person(userId, name, this.accounts.groupsOf(userId));
	}

	/**
	 * Whether somebody is signed in at all; public pages ask it.
	 * @return {@code true} for a person, {@code false} for a passer-by or a job
	 */
	public boolean isSignedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.isAuthenticated()
				&& !(authentication instanceof AnonymousAuthenticationToken);
	}

	String nameForAudit() {
		return isSignedIn() ? SecurityContextHolder.getContext().getAuthentication().getName() : "stocktake";
	}

}
