package org.asemeducation.stocktake;

import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.plan.BundledPlan;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Adds the demonstration's people, who join the parties of the plan.
 */
@Component
class StartDemonstration implements SmartInitializingSingleton {

	private final DemoAccounts accounts;

	/**
	 * Waits for the plan, whose parties the accounts join.
	 */
	StartDemonstration(DemoAccounts accounts, BundledPlan plan) {
		this.accounts = accounts;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.accounts.create();
	}

}
