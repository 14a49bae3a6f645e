package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleProcess;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.stereotype.Component;

/**
 * Settles an update, and wakes the cycle when it was the last.
 */
@Component
class Settlement {

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final Cycles cycles;

	private final CycleProcess process;

	Settlement(UpdateRequests requests, Drafts drafts, Cycles cycles, CycleProcess process) {
		this.requests = requests;
		this.drafts = drafts;
		this.cycles = cycles;
		this.process = process;
	}

	void accepted(UpdateKey key) {
		settle(key, "accepted");
	}

	void withoutUpdate(UpdateKey key) {
		settle(key, this.drafts.find(key).isPresent() ? "draft-not-submitted" : "no-update-received");
	}

	private void settle(UpdateKey key, String as) {
		CycleName cycle = key.cycle();
		this.cycles.lock(cycle);
		this.requests.settle(key, as);
		if (this.requests.allSettled(cycle)) {
			this.process.allUpdatesSettled(cycle);
		}
	}

}
