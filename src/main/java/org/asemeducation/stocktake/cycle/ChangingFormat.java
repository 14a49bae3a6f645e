package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A meeting that is to come is held in another way, such as online; nothing else about it
 * changes.
 */
@Component
public class ChangingFormat {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingChanges changes;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	ChangingFormat(Cycles cycles, Meetings meetings, MeetingChanges changes, Audit audit,
			ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.changes = changes;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Says so.
	 * @param name the cycle
	 * @param kind the meeting
	 * @param format how it is held now
	 * @param by the user id
	 * @throws Refused when it was held or dropped already
	 */
	@Transactional
	public void change(CycleName name, MeetingKind kind, MeetingFormat format, String by) {
		this.cycles.lock(name);
		Meeting before = this.meetings.of(name, kind);
		MeetingActs.require(this.changes.heldAs(name, kind, format), name, before);
		this.audit.record(by, "change how meeting is held", MeetingProcess.key(name, kind).toString(),
				before.format().word(), format.word());
		this.events.publishEvent(new MeetingChanged(name, kind));
	}

}
