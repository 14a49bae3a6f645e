package org.asemeducation.stocktake.notification.escalation;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.PartyId;

/**
 * Whom the AES may write to above a party's contacts. They have no account and get
 * nothing else.
 *
 * @param party the register's number of the party
 * @param name on one line
 * @param email in lower case
 */
record Superior(long party, String name, String email) {

	/** What holds for the name and the address of a contact holds here. */
	Superior {
		NewContact checked = new NewContact(new PartyId(party), name, email, "en", null, NewContact.COORDINATOR);
		name = checked.name();
		email = checked.email();
	}

	/** Such as {@code Ada Lane <ada@example.org>}. */
	String inWords() {
		return "%s <%s>".formatted(this.name, this.email);
	}

}
