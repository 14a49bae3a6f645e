package org.asemeducation.stocktake.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class DemoAccountsTest {

	private final Accounts accounts = mock(Accounts.class);

	private final Connection connection = connect();

	private final Register register = TestRegister.on(new SingleConnectionDataSource(this.connection, true),
			Clock.systemUTC(), this.accounts);

	@AfterEach
	void leaveNoAccountWithoutUserToOtherTests() throws SQLException {
		this.connection.rollback();
		this.connection.close();
	}

	@Test
	void demonstrationHasItsAccountsWithOnePassword() {
		// when
		demo(true).create();

		// then
		assertThat(demo(true).names()).hasSizeGreaterThanOrEqualTo(9)
			.allSatisfy((account) -> verify(this.accounts).setPassword(account, "open sesame"));
		verify(this.accounts).join("aes", "aes");
		verify(this.accounts).join("swg", "swg");
		verify(this.accounts).join("admin", "camunda-admin");
		verify(this.accounts).join("asef", this.register.party("ASEF").orElseThrow());
		assertThat(this.register.contactByUser("asef").orElseThrow().email()).isEqualTo("asef@stocktake.example");
	}

	@Test
	void everyPartyOfThePlanHasSomebodyNamedAfterIt() {
		// given
		PartyId party = this.register.register(new NewParty("Institute of Quiet Rooms", "I-QR 7", "stakeholder")).id();
		this.register.coordinate("Z99-I01", List.of(new Coordination(party, "coordinator", 1)));

		// when
		demo(true).create();

		// then
		verify(this.accounts).setPassword("iqr7", "open sesame");
		assertThat(this.register.contactByUser("iqr7").orElseThrow().email()).isEqualTo("iqr7@stocktake.example");
		assertThat(this.register.partiesWithoutContact()).isEmpty();
	}

	@Test
	void theAdministratorHasNoPartInCycles() {
		// when
		demo(true).createPeople();

		// then
		assertThat(this.register.contactByUser("admin")).isEmpty();
		assertThat(this.register.contactByUser("aes")).isPresent();

		// when
		demo(true).create();

		// then
		verify(this.accounts).join("admin", "camunda-admin");
	}

	@Test
	void accountsThatAreThereAreLeftAlone() {
		// given
		demo(true).create();
		this.register.remove(this.register.contactByUser("asef").orElseThrow().id());
		clearInvocations(this.accounts);

		// when the next start finds all there, one of them removed
		demo(true).create();

		// then
		verify(this.accounts, times(0)).setPassword(any(), any());
	}

	@Test
	void outsideOfTheDemonstrationThereIsNone() {
		// when
		demo(false).create();

		// then
		verifyNoInteractions(this.accounts);
		assertThat(demo(false).names()).isEmpty();
	}

	private static Connection connect() {
		try {
			Connection connection = TestDatabase.dataSource().getConnection();
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private DemoAccounts demo(boolean enabled) {
		return new DemoAccounts(new DemoSettings(enabled, "open sesame"), this.register, this.accounts);
	}

}
