package org.asemeducation.stocktake.rehearsal;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.reach.MendingAddresses;
import org.springframework.stereotype.Component;

/**
 * What becomes of people's mailboxes, and what the secretariat does about it.
 */
@Component
class Mailboxes {

	private final RefusedAddresses refused;

	private final Register register;

	private final MendingAddresses mending;

	private final PickUpMails pickUp;

	Mailboxes(RefusedAddresses refused, Register register, MendingAddresses mending, PickUpMails pickUp) {
		this.refused = refused;
		this.register = register;
		this.mending = mending;
		this.pickUp = pickUp;
	}

	void goes(String address) {
		contact(address);
		this.refused.add(address);
	}

	/** What has waited for the address leaves at once. */
	void mend(String address, String to, String by) {
		this.mending.mend(contact(address).id().value(), to, by);
		this.pickUp.pickUp();
	}

	private Contact contact(String address) {
		return this.register.contactByEmail(address)
			.orElseThrow(() -> Refused.notFound("Nobody in the register has the address %s.".formatted(address)));
	}

}
