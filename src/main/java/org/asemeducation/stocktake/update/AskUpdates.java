package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the update of each initiative that has none yet, a chunk at a time: doing it
 * again does nothing.
 */
@Component
class AskUpdates {

	static final int CHUNK = 200;

	private final UpdateRequests requests;

	private final Cycles cycles;

	private final AskedTogether together;

	private final UpdateProcess process;

	AskUpdates(UpdateRequests requests, Cycles cycles, AskedTogether together, UpdateProcess process) {
		this.requests = requests;
		this.cycles = cycles;
		this.together = together;
		this.process = process;
	}

	/**
	 * Starts the next chunk.
	 * @param cycle the cycle
	 * @return whether none is left
	 */
	@Transactional
	boolean next(CycleName cycle) {
		this.cycles.lock(cycle);
		this.cycles.requested(cycle);
		List<UpdateRequest> chunk = this.requests.askNext(cycle, CHUNK);
		this.together.during(cycle, chunk, () -> chunk
			.forEach((request) -> this.process.start(request.key(), request.state() == UpdateState.REQUESTED)));
		return chunk.size() < CHUNK;
	}

}
