package org.asemeducation.stocktake.access;

import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.SettingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LocalAccountsTest {

	private static final String ISSUER = "https://id.example.org";

	private static final Contact ADMINISTRATOR = new Contact(new ContactId(1), "u1", "Ada", "ada@example.org", "en",
			null, true);

	private static final Contact COLLEAGUE = new Contact(new ContactId(2), "u2", "Bo", "bo@example.org", "en", null,
			true);

	private final Contacts contacts = mock(Contacts.class);

	private final Accounts accounts = mock(Accounts.class);

	@BeforeEach
	void people() {
		given(this.contacts.byEmail(any())).willReturn(Optional.empty());
		given(this.contacts.byEmail("Ada@example.org")).willReturn(Optional.of(ADMINISTRATOR));
		given(this.contacts.byEmail("bo@example.org")).willReturn(Optional.of(COLLEAGUE));
		given(this.accounts.groupsOf("u1")).willReturn(Set.of(Person.ADMINISTRATORS, Person.SECRETARIAT));
		given(this.accounts.groupsOf("u2")).willReturn(Set.of(Person.SECRETARIAT));
	}

	@Test
	void switchedOffOnlyTheEmergencyAdministratorHasAPassword() {
		// given
		LocalAccounts off = accounts(false, ISSUER, "Ada@example.org");

		// then
		assertThatCode(off::requireAWayIn).doesNotThrowAnyException();
		assertThat(off.mayUsePassword(ADMINISTRATOR)).isTrue();
		assertThat(off.mayUsePassword(COLLEAGUE)).isFalse();
		assertThat(accounts(true, "", null).mayUsePassword(COLLEAGUE)).isTrue();
	}

	@Test
	void whoIsNoAdministratorAnyMoreHasNoEmergency() {
		assertThat(accounts(false, ISSUER, "bo@example.org").mayUsePassword(COLLEAGUE)).isFalse();
	}

	@Test
	void switchingOffWithoutAnotherWayInIsRefused() {
		assertThatExceptionOfType(SettingException.class)
			.isThrownBy(accounts(false, "", "Ada@example.org")::requireAWayIn)
			.withMessageContaining("STOCKTAKE_OIDC_ISSUER is not set");
		for (String nobody : new String[] { null, "gone@example.org", "bo@example.org" }) {
			assertThatExceptionOfType(SettingException.class).isThrownBy(accounts(false, ISSUER, nobody)::requireAWayIn)
				.withMessageContaining("STOCKTAKE_ADMIN_EMAIL names no administrator");
		}
	}

	private LocalAccounts accounts(boolean open, String issuer, String administrator) {
		return TestLocalAccounts.of(open, issuer, administrator, this.contacts, this.accounts);
	}

}
