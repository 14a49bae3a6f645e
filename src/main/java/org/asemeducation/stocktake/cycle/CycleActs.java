package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.BusinessKey;
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

	private final Meetings meetings;

	private final CycleProcess process;

	private final Audit audit;

	CycleActs(Cycles cycles, Meetings meetings, CycleProcess process, Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Records a meeting as held or dropped.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param record what there is to record
	 * @param by the user id
	 * @throws Refused when the record is incomplete or the meeting is recorded already
	 */
	@Transactional
	public void recordMeeting(CycleName name, MeetingKind kind, MeetingRecord record, String by) {
		record.check();
		this.cycles.lock(name);
		if (!this.meetings.record(name, kind, record, by)) {
			throw Refused.conflict("%s of %s is recorded already.".formatted(kind, name));
		}
		this.audit.record(by, "record meeting", BusinessKey.of(name.value(), kind.name()).toString(), "planned",
				record.state());
		this.process.complete(name, CycleProcess.recordTask(kind), by);
	}

	/**
	 * Sends the requests before their date.
	 * @param name the cycle
	 * @param by the user id
	 * @throws Refused when they have gone out
	 */
	@Transactional
	public void sendRequests(CycleName name, String by) {
		if (this.cycles.lock(name).requestedAt() != null) {
			throw Refused.conflict("The requests of %s have gone out already.".formatted(name));
		}
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
