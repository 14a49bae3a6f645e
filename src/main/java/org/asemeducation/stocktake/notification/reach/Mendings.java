package org.asemeducation.stocktake.notification.reach;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the secretariat, by a task each, whom mail does not reach, and takes the task
 * back once the person has been removed.
 */
@Component
public class Mendings {

	private static final int CHUNK = 200;

	private final Unreachables unreachables;

	private final MendAddressProcess process;

	Mendings(Unreachables unreachables, MendAddressProcess process) {
		this.unreachables = unreachables;
		this.process = process;
	}

	/**
	 * Does both for everybody whom it concerns. May be called at any time, by any node.
	 */
	@Transactional
	public void lookAfter() {
		for (long contact : this.unreachables.removed(CHUNK)) {
			this.unreachables.settle(contact, "removed", "stocktake");
			this.process.removed(contact);
		}
		for (long contact : this.unreachables.withoutProcess(CHUNK)) {
			this.unreachables.started(contact, this.process.start(contact));
		}
	}

}
