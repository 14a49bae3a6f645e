package org.asemeducation.stocktake.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts groups and rights in place before the first request is answered; two nodes that
 * start together take turns.
 */
@Component("startAccess")
class StartAccess implements InitializingBean {

	private static final long LOCK = 0x53746f63L;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Accounts accounts;

	private final TaskFilters filters;

	private final GrantRights rights;

	private final DemoSettings demo;

	private final ObjectProvider<FirstAdministrator> administrator;

	private final LocalAccounts localAccounts;

	StartAccess(JdbcClient jdbc, TransactionOperations transaction, Accounts accounts, TaskFilters filters,
			GrantRights rights, DemoSettings demo, ObjectProvider<FirstAdministrator> administrator,
			LocalAccounts localAccounts) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.accounts = accounts;
		this.filters = filters;
		this.rights = rights;
		this.demo = demo;
		this.administrator = administrator;
		this.localAccounts = localAccounts;
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
			});
			putInPlace();
		});
	}

	private void putInPlace() {
		this.accounts.addGroup(Person.SECRETARIAT, "ASEM Education Secretariat");
		this.accounts.addGroup(Person.REVIEWERS, "Standing Working Group");
		this.accounts.addGroup(Person.ADMINISTRATORS, "Administrators");
		this.filters.putInPlace();
		this.rights.toSecretariat(Person.SECRETARIAT);
		this.rights.toReviewers(Person.REVIEWERS);
		this.rights.toAdministrators(Person.ADMINISTRATORS);
		this.rights.toCoordinators(this.accounts.partyGroups());
		if (!this.demo.enabled()) {
			this.administrator.ifAvailable(FirstAdministrator::create);
			this.localAccounts.requireAWayIn();
		}
	}

}
