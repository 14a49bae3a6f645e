package org.asemeducation.stocktake;

import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.plan.BundledPlan;
import org.asemeducation.stocktake.rehearsal.Demonstration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Adds the demonstration's people, who join the parties of the plan, and its past: when
 * all is in place and before the port opens. The job executor starts later still.
 */
@Component
class StartDemonstration implements SmartLifecycle {

	/** The web server starts 1024 before its graceful shutdown would. */
	private static final int BEFORE_THE_WEB_SERVER = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;

	private final ObjectProvider<Demonstration> demonstration;

	private final DemoAccounts accounts;

	private volatile boolean running;

	/**
	 * Waits for the plan, whose parties the accounts join; the groups are there by the
	 * time it runs.
	 */
	StartDemonstration(ObjectProvider<Demonstration> demonstration, DemoAccounts accounts, BundledPlan plan) {
		this.demonstration = demonstration;
		this.accounts = accounts;
	}

	@Override
	public void start() {
		this.demonstration.ifAvailable(Demonstration::make);
		this.accounts.create();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return BEFORE_THE_WEB_SERVER;
	}

}
