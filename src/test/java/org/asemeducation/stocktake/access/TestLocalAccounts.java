package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.access.provider.ProviderSettings;
import org.mockito.Mockito;

/**
 * Passwords, on or off.
 */
final class TestLocalAccounts {

	private TestLocalAccounts() {
	}

	static LocalAccounts open() {
		return of(true, "", null, Mockito.mock(Contacts.class), Mockito.mock(Accounts.class));
	}

	static LocalAccounts closed() {
		return of(false, "https://id.example.org", null, Mockito.mock(Contacts.class), Mockito.mock(Accounts.class));
	}

	static LocalAccounts of(boolean open, String issuer, String administrator, Contacts contacts, Accounts accounts) {
		return new LocalAccounts(new LocalAccountSettings(open),
				new ProviderSettings(issuer, "stocktake", "secret", "your ministry’s account", false),
				new AdminSettings(administrator, null), contacts, accounts);
	}

}
