package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleProcess;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Settles an update, and wakes the cycle when it was the last.
 */
@Component
class Settlement {

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Cycles cycles;

	private final CycleProcess process;

	private final ApplicationEventPublisher events;

	Settlement(UpdateRequests requests, Drafts drafts, Cycles cycles, CycleProcess process,
			ApplicationEventPublisher events) {
		this.requests = requests;
		this.drafts = drafts;
		this.cycles = cycles;
		this.process = process;
		this.events = events;
	}

	void accepted(UpdateKey key) {
		this.drafts.discard(key);
		settle(key, "accepted");
		this.events.publishEvent(new UpdateAccepted(key));
	}

	void withoutUpdate(UpdateKey key) {
		settle(key, this.drafts.find(key).isPresent() ? "draft-not-submitted" : "no-update-received");
	}

	private void settle(UpdateKey key, String as) {
		this.requests.settle(key, as);
		if (this.cycles.get(key.cycle()).isGathering()) {
			wakeBeforeCommit(key.cycle());
		}
	}

	/**
	 * Only then is the cycle's row locked: people who settle at the same moment wait for
	 * each other no longer than a look and a commit take. After the end of gathering the
	 * cycle waits for nothing.
	 */
	private void wakeBeforeCommit(CycleName cycle) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				Settlement.this.cycles.lock(cycle);
				if (Settlement.this.requests.allSettled(cycle)) {
					Settlement.this.process.allUpdatesSettled(cycle);
				}
			}
		});
	}

}
