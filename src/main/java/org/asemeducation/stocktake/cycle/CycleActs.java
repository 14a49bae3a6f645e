package org.asemeducation.stocktake.cycle;

import java.util.List;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the AES does to a running cycle: each act is a saved row first, then the completed
 * task.
 */
@Component
public class CycleActs {

	private final Cycles cycles;

	private final CycleProcess process;

	private final Addressees addressees;

	private final Audit audit;

	CycleActs(Cycles cycles, CycleProcess process, Addressees addressees, Audit audit) {
		this.cycles = cycles;
		this.process = process;
		this.addressees = addressees;
		this.audit = audit;
	}

	/**
	 * Sends the requests before their date.
	 * @param name the cycle
	 * @param by the user id
	 * @throws Refused when they have gone out
	 */
	@Transactional
	public void sendRequests(CycleName name, String by) {
		sendRequests(name, List.of(), by);
	}

	/**
	 * Sends the requests before their date, but not to everybody.
	 * @param name the cycle
	 * @param leftOut contacts who are not asked until that is released
	 * @param by the user id
	 * @throws Refused when they have gone out, or somebody left out is not asked anyway
	 */
	@Transactional
	public void sendRequests(CycleName name, List<Long> leftOut, String by) {
		if (this.cycles.lock(name).requestedAt() != null) {
			throw Refused.conflict("The requests of %s have gone out already.".formatted(name));
		}
		this.addressees.leaveOut(name, Addressees.Act.SEND_REQUESTS, leftOut, by);
		this.cycles.requested(name);
		this.audit.record(by, "send requests", name.value(), null, null);
		this.process.complete(name, CycleProcess.SEND_REQUESTS, by);
	}

	/**
	 * Ends the gathering before the freeze.
	 * @param name the cycle
	 * @param by the user id
	 * @throws Refused when it is not under way
	 */
	@Transactional
	public void closeGathering(CycleName name, String by) {
		if (!this.cycles.lock(name).isGathering()) {
			throw Refused.conflict("The gathering of %s is not under way.".formatted(name));
		}
		this.cycles.closed(name);
		this.audit.record(by, "close gathering", name.value(), null, null);
		this.process.complete(name, CycleProcess.CLOSE_GATHERING, by);
	}

}
