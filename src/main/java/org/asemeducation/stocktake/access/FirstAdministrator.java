package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * The administrator of an installation of one's own: created from the settings as long as
 * there is none.
 */
@Component
@ConditionalOnWebApplication
class FirstAdministrator {

	private final AdminSettings settings;

	private final Register register;

	private final Accounts accounts;

	FirstAdministrator(AdminSettings settings, Register register, Accounts accounts) {
		this.settings = settings;
		this.register = register;
		this.accounts = accounts;
	}

	void create() {
		if (this.accounts.hasMembers(Person.ADMINISTRATORS)) {
			return;
		}
		String email = this.settings.requireEmail();
		String password = this.settings.requirePassword();
		try {
			create(email, password);
		}
		catch (IllegalArgumentException ex) {
			throw new SettingException(
					"STOCKTAKE_ADMIN_EMAIL and STOCKTAKE_ADMIN_PASSWORD make no administrator. %s Change it and start again."
						.formatted(ex.getMessage()));
		}
	}

	private void create(String email, String password) {
		Party secretariat = this.register.register(new NewParty("ASEM Education Secretariat", "AES", "secretariat"));
		this.register
			.addContact(new NewContact(secretariat.id(), "Administrator", email, "en", null, NewContact.SECRETARIAT));
		String userId = this.register.contactByEmail(email).orElseThrow().userId();
		this.accounts.setPassword(userId, password);
		this.accounts.join(userId, Person.ADMINISTRATORS);
	}

}
