package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.access.ContactInvited;
import org.asemeducation.stocktake.access.ContactWelcomed;
import org.asemeducation.stocktake.access.PasswordResetAsked;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails new contacts how they get in, and the one-time link to whoever forgot the
 * password.
 */
@Component
class InvitedContacts {

	private final AccountMails mails;

	InvitedContacts(AccountMails mails) {
		this.mails = mails;
	}

	@EventListener
	@Transactional
	void on(ContactInvited invited) {
		this.mails.queue(invited.contact(), "invitation", invited.token());
	}

	@EventListener
	@Transactional
	void on(ContactWelcomed welcomed) {
		this.mails.queue(welcomed.contact(), "welcome", null);
	}

	@EventListener
	@Transactional
	void on(PasswordResetAsked asked) {
		this.mails.queue(asked.contact(), "password-reset", asked.token());
	}

}
