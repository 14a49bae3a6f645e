package org.asemeducation.stocktake.access;

import java.util.Locale;

import org.asemeducation.stocktake.access.provider.ProviderSettings;
import org.asemeducation.stocktake.engine.SettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who may sign in with a password that is kept here: everybody, or, where the
 * organisation's provider is the only way in, one administrator for the day on which the
 * provider fails.
 */
@Component
class LocalAccounts {

	private final boolean open;

	private final boolean provider;

	private final @Nullable String emergencyEmail;

	private final Contacts contacts;

	private final Accounts accounts;

	LocalAccounts(LocalAccountSettings settings, ProviderSettings provider, AdminSettings administrator,
			Contacts contacts, Accounts accounts) {
		this.open = settings.localAccounts();
		this.provider = provider.isConfigured();
		this.emergencyEmail = administrator.email();
		this.contacts = contacts;
		this.accounts = accounts;
	}

	boolean areOpen() {
		return this.open;
	}

	boolean mayUsePassword(Contact contact) {
		return this.open || isEmergencyAdministrator(contact);
	}

	/**
	 * Whether a session that began with a password may go on.
	 */
	boolean mayUsePassword(String userId) {
		return this.open || this.contacts.byUser(userId).filter(this::isEmergencyAdministrator).isPresent();
	}

	private boolean isEmergencyAdministrator(Contact contact) {
		return this.emergencyEmail != null && contact.active()
				&& contact.email().equals(this.emergencyEmail.strip().toLowerCase(Locale.ROOT))
				&& this.accounts.groupsOf(contact.userId()).contains(Person.ADMINISTRATORS);
	}

	/**
	 * Goes on only when somebody can sign in whatever happens to the provider.
	 * @throws SettingException when not
	 */
	void requireAWayIn() {
		if (this.open) {
			return;
		}
		if (!this.provider) {
			throw new SettingException("STOCKTAKE_LOCAL_ACCOUNTS is false, but STOCKTAKE_OIDC_ISSUER is not set: nobody"
					+ " could sign in. Set the issuer, or leave the local accounts on, and start again.");
		}
		if (this.emergencyEmail == null
				|| this.contacts.byEmail(this.emergencyEmail).filter(this::isEmergencyAdministrator).isEmpty()) {
			throw new SettingException("STOCKTAKE_LOCAL_ACCOUNTS is false, but STOCKTAKE_ADMIN_EMAIL names no"
					+ " administrator: set it to the address of the one who keeps a password for emergencies, and"
					+ " start again.");
		}
	}

}
