package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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

	private final ApplicationEventPublisher events;

	private final TransactionTemplate own;

	EndOfGathering(UpdateRequests requests, Cycles cycles, UpdateProcess process, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.requests = requests;
		this.cycles = cycles;
		this.process = process;
		this.events = events;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Settles the next chunk.
	 * @param cycle the cycle
	 * @return whether none is left
	 */
	@Transactional
	boolean next(CycleName cycle) {
		if (this.cycles.get(cycle).isGathering()) {
			this.own.executeWithoutResult((status) -> close(cycle));
		}
		List<UpdateRequest> chunk = this.requests.unanswered(cycle, CHUNK);
		if (chunk.isEmpty()) {
			// people may have closed it themselves while another was returning an update
			this.requests.lockOpen(cycle);
			chunk = this.requests.unanswered(cycle, CHUNK);
		}
		this.events.publishEvent(new GatheringEnded(cycle));
		chunk.forEach((request) -> this.process.gatheringClosed(request.key()));
		return chunk.isEmpty();
	}

	/**
	 * Whoever is writing or reviewing in this moment is waited for; whoever comes later
	 * sees that the gathering has ended and need not wait for the chunks.
	 */
	private void close(CycleName cycle) {
		this.requests.lockOpen(cycle);
		this.cycles.closed(cycle);
	}

}
