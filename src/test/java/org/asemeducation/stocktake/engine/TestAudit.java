package org.asemeducation.stocktake.engine;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit on a database alone.
 */
public final class TestAudit {

	private TestAudit() {
	}

	/**
	 * An audit for tests without a Spring context.
	 * @param database migrated
	 * @param clock what the entries are dated by
	 * @return the audit
	 */
	public static Audit on(DataSource database, Clock clock) {
		return on(JdbcClient.create(database), clock);
	}

	/**
	 * An audit in the transaction of a client.
	 * @param jdbc on a migrated database
	 * @param clock what the entries are dated by
	 * @return the audit
	 */
	public static Audit on(JdbcClient jdbc, Clock clock) {
		return new Audit(jdbc, clock);
	}

}
