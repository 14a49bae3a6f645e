package org.asemeducation.stocktake.access;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.Audit;
import org.mockito.Mockito;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register for tests that need parties and no people.
 */
public final class TestRegister {

	private TestRegister() {
	}

	public static Register on(DataSource database) {
		return new Register(new Parties(JdbcClient.create(database)), Mockito.mock(Contacts.class),
				Mockito.mock(Accounts.class), Mockito.mock(CurrentPerson.class), Mockito.mock(Audit.class));
	}

}
