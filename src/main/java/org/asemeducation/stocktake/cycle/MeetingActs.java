package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the AES says about a meeting, step by step: each act is a saved row first, then
 * the completed task. A meeting that does not stand where an act needs it is left alone,
 * and the act refused.
 */
@Component
public class MeetingActs {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingChanges changes;

	private final DateMoves moves;

	private final MeetingProcess process;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	MeetingActs(Cycles cycles, Meetings meetings, MeetingChanges changes, DateMoves moves, MeetingProcess process,
			Audit audit, ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.changes = changes;
		this.moves = moves;
		this.process = process;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Confirms when, where and by whom a meeting will be held.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param plan with its first day
	 * @param by the user id
	 * @throws Refused when the day is missing, or the meeting is confirmed already
	 */
	@Transactional
	public void confirm(CycleName name, MeetingKind kind, MeetingPlan plan, String by) {
		plan.check();
		Meeting before = lock(name, kind);
		this.moves.follow(name, kind, plan.planned(), "confirmed for that day", LeftOut.contacts(plan.leftOut()), by);
		require(this.changes.confirmed(name, kind, plan), name, before);
		audit(by, "confirm meeting", name, before, plan.planned());
		this.process.complete(name, kind, MeetingProcess.CONFIRM_DATE_AND_HOST, by);
		this.events.publishEvent(new MeetingChanged(name, kind));
	}

	/**
	 * Notes that everything is ready for a meeting.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param by the user id
	 * @throws Refused when it is not confirmed, or prepared already
	 */
	@Transactional
	public void prepare(CycleName name, MeetingKind kind, String by) {
		Meeting before = lock(name, kind);
		require(this.changes.prepared(name, kind), name, before);
		audit(by, "prepare meeting", name, before, "prepared");
		this.process.complete(name, kind, MeetingProcess.PREPARE_MEETING, by);
	}

	/**
	 * Says that a meeting was held, is postponed or is dropped. The latter two may be
	 * said before its day too.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param outcome what became of it
	 * @param by the user id
	 * @throws Refused when the outcome is incomplete, or the meeting was held or dropped
	 * already
	 */
	@Transactional
	public void decide(CycleName name, MeetingKind kind, MeetingOutcome outcome, String by) {
		outcome.check();
		Meeting before = lock(name, kind);
		boolean done = switch (outcome.outcome()) {
			case Meeting.HELD -> hold(name, before, outcome, by);
			case MeetingOutcome.POSTPONED -> postpone(name, before, outcome, by);
			default -> drop(name, before, outcome, by);
		};
		require(done, name, before);
		if (before.awaitsItsDay()) {
			this.process.complete(name, kind, MeetingProcess.HOLD_POSTPONE_OR_DROP, by);
		}
		else {
			this.process.postponedOrDropped(name, kind);
		}
		this.events.publishEvent(new MeetingChanged(name, kind));
	}

	/**
	 * Records a meeting that was held; nothing more is said about it afterwards.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param record what there is to record
	 * @param by the user id
	 * @throws Refused when the record is incomplete, or the meeting not held or recorded
	 * already
	 */
	@Transactional
	public void record(CycleName name, MeetingKind kind, MeetingRecord record, String by) {
		record.check();
		Meeting before = lock(name, kind);
		require(this.changes.recorded(name, kind, record, by), name, before);
		audit(by, "record meeting", name, before, record.heldOn());
		this.process.complete(name, kind, MeetingProcess.RECORD_MEETING, by);
	}

	private boolean hold(CycleName name, Meeting before, MeetingOutcome outcome, String by) {
		audit(by, "hold meeting", name, before, outcome.heldOn());
		return this.changes.held(name, before.kind(), outcome.heldOn());
	}

	private boolean postpone(CycleName name, Meeting before, MeetingOutcome outcome, String by) {
		audit(by, "postpone meeting", name, before,
				"%s: %s".formatted((outcome.planned() != null) ? outcome.planned() : "no day", outcome.reason()));
		this.moves.follow(name, before.kind(), outcome.planned(), outcome.reason(), LeftOut.contacts(outcome.leftOut()),
				by);
		return this.changes.postponed(name, before.kind(), outcome.planned(), outcome.reason());
	}

	private boolean drop(CycleName name, Meeting before, MeetingOutcome outcome, String by) {
		audit(by, "drop meeting", name, before, outcome.reason());
		return this.changes.dropped(name, before.kind(), outcome.reason(), by);
	}

	private Meeting lock(CycleName name, MeetingKind kind) {
		this.cycles.lock(name);
		return this.meetings.of(name, kind);
	}

	static void require(boolean done, CycleName name, Meeting before) {
		if (!done) {
			throw Refused.conflict("Nothing has changed: %s of %s %s. Open the task list again to see what is next."
				.formatted(before.kind(), name, before.standing()));
		}
	}

	private void audit(String by, String act, CycleName name, Meeting before, Object after) {
		this.audit.record(by, act, MeetingProcess.key(name, before.kind()).toString(), before.inWords(),
				after.toString());
	}

}
