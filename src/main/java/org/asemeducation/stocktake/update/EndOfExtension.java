package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.Cycles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the time that one update was given after the gathering. A draft that was not
 * submitted by then is left out as it stands; the AES may still take it in late.
 */
@Component
class EndOfExtension {

	private final UpdateRequests requests;

	private final Cycles cycles;

	private final DaysOfUpdates days;

	private final UpdateProcess process;

	EndOfExtension(UpdateRequests requests, Cycles cycles, DaysOfUpdates days, UpdateProcess process) {
		this.requests = requests;
		this.cycles = cycles;
		this.days = days;
		this.process = process;
	}

	/**
	 * Settles the update, unless it has come, the gathering is still under way, or it was
	 * given more time since.
	 * @param key which update
	 */
	@Transactional
	void close(UpdateKey key) {
		UpdateRequest request = this.requests.lock(key);
		if (request.state().isAskedFor() && !this.cycles.get(key.cycle()).isGathering() && !this.days.takesIn(key)) {
			this.process.gatheringClosed(key);
		}
	}

}
