package org.asemeducation.stocktake.access;

import java.time.Clock;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.TestAudit;
import org.mockito.Mockito;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register on a database alone, without an engine behind it: people get no account.
 */
public final class TestRegister {

	private TestRegister() {
	}

	/**
	 * A register for tests that need parties and contacts but no sign-in.
	 * @param database migrated
	 * @return the register; its methods are not transactional
	 */
	public static Register on(DataSource database) {
		return on(database, Clock.systemUTC(), Mockito.mock(Accounts.class));
	}

	static Register on(DataSource database, Clock clock, Accounts accounts) {
		JdbcClient jdbc = JdbcClient.create(database);
		Contacts contacts = new Contacts(jdbc, clock);
		return new Register(new Parties(jdbc), contacts, accounts, new CurrentPerson(contacts, accounts),
				TestAudit.on(database, clock));
	}

}
