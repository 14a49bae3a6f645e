package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingFailureAnalyzer;
import org.asemeducation.stocktake.engine.SettingException;
import java.time.Clock;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class FirstAdministratorTest {

	private final Accounts accounts = mock(Accounts.class);

	private final Register register = TestRegister.on(TestDatabase.dataSource(), Clock.systemUTC(), this.accounts);

	@Test
	void missingSettingIsNamed() {
		assertThatExceptionOfType(SettingException.class).isThrownBy(() -> create(null, "x"))
			.withMessageStartingWith("STOCKTAKE_ADMIN_EMAIL is not set");
		assertThatExceptionOfType(SettingException.class).isThrownBy(() -> create("a@example.org", " "))
			.withMessageStartingWith("STOCKTAKE_ADMIN_PASSWORD is not set");
		assertThat(new SettingFailureAnalyzer().analyze(new SettingException("THAT is not set.")).getDescription())
			.contains("THAT is not set");
	}

	@Test
	void unusableSettingIsNamedToo() {
		assertThatExceptionOfType(SettingException.class).isThrownBy(() -> create("no address", "secret"))
			.withMessageContaining("STOCKTAKE_ADMIN_EMAIL")
			.withMessageContaining("\"no address\" is not an e-mail address");
	}

	@Test
	void administratorBelongsToTheSecretariatToo() {
		// when
		create("administrator@example.org", "secret");

		// then
		String user = this.register.contactByEmail("administrator@example.org").orElseThrow().userId();
		verify(this.accounts).setPassword(user, "secret");
		verify(this.accounts).join(user, "aes");
		verify(this.accounts).join(user, "camunda-admin");
	}

	@Test
	void anExistingAdministratorNeedsNoSetting() {
		// given
		given(this.accounts.hasMembers("camunda-admin")).willReturn(true);

		// when
		create(null, null);

		// then
		verify(this.accounts).hasMembers(eq("camunda-admin"));
		verifyNoMoreInteractions(this.accounts);
	}

	private void create(String email, String password) {
		new FirstAdministrator(new AdminSettings(email, password), this.register, this.accounts).create();
	}

}
