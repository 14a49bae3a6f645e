package org.asemeducation.stocktake;

import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.plan.BundledPlan;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Adds the demonstration's people, who join the parties of the plan.
 */
@Component
class StartDemonstration implements ApplicationRunner {

	private final DemoAccounts accounts;

	/**
	 * Waits for the plan, whose parties the accounts join; the groups are there by the
	 * time it runs.
	 */
	StartDemonstration(DemoAccounts accounts, BundledPlan plan) {
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.accounts.create();
	}

}
