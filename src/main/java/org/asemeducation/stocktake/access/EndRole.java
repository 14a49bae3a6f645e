package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what somebody does for one party, at once. Whatever else they do they go on doing.
 */
@Component
public class EndRole {

	private final Register register;

	private final Contacts contacts;

	private final Parties parties;

	private final LastSecretary lastSecretary;

	EndRole(Register register, Contacts contacts, Parties parties, LastSecretary lastSecretary) {
		this.register = register;
		this.contacts = contacts;
		this.parties = parties;
		this.lastSecretary = lastSecretary;
	}

	/**
	 * Takes a role from somebody.
	 * @param id whom
	 * @param party for which party they have it
	 * @param role {@code coordinator}, {@code reviewer} or {@code secretariat}
	 * @param by who does it
	 * @return what has become of them, in a sentence
	 * @throws Refused when they do not have it, it is the secretariat's last, or one's
	 * own in the secretariat
	 */
	@Transactional
	public String end(ContactId id, PartyId party, String role, Person by) {
		Contact leaving = this.register.lock(id);
		if (!leaving.active() || !this.contacts.hasRole(id, party, role)) {
			throw Refused
				.conflict("%s does not act as %s for this party: load the page again.".formatted(leaving.name(), role));
		}
		if (role.equals(NewContact.SECRETARIAT)) {
			this.lastSecretary.requireAnother(leaving);
			if (leaving.userId().equals(by.userId())) {
				throw Refused.conflict("You cannot take yourself out of the secretariat: ask another person of it.");
			}
		}
		this.register.leave(id, party, role);
		String label = this.parties.get(party).label();
		return this.contacts.get(id).active()
				? "%s no longer acts as %s for %s, and keeps the account.".formatted(leaving.name(), role, label)
				: "%s no longer acts as %s for %s. It was all they did, so the account is closed."
					.formatted(leaving.name(), role, label);
	}

}
