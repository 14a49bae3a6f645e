package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the gathering of a cycle: what was asked for and has no draft is settled, a chunk
 * at a time. Drafts are left to the secretariat.
 */
@Component
class EndOfGathering {

	static final int CHUNK = 200;

	private final UpdateRequests requests;

	private final Cycles cycles;

	private final UpdateProcess process;

	EndOfGathering(UpdateRequests requests, Cycles cycles, UpdateProcess process) {
		this.requests = requests;
		this.cycles = cycles;
		this.process = process;
	}

	/**
	 * Settles the next chunk.
	 * @param cycle the cycle
	 * @return whether none is left
	 */
	@Transactional
	boolean next(CycleName cycle) {
		this.cycles.lock(cycle);
		this.cycles.closed(cycle);
		List<UpdateRequest> chunk = this.requests.unanswered(cycle, CHUNK);
		chunk.forEach((request) -> this.process.gatheringClosed(request.key()));
		return chunk.isEmpty();
	}

}
