package org.asemeducation.stocktake.rehearsal;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingActs;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.MeetingOutcome;
import org.asemeducation.stocktake.cycle.MeetingPlan;
import org.asemeducation.stocktake.cycle.MeetingRecord;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.MinutesAdoption;
import org.asemeducation.stocktake.engine.BusinessKey;

import org.springframework.stereotype.Component;

/**
 * Meetings in a rehearsal: all goes as planned.
 */
@Component
class PlannedMeetings {

	private final Meetings meetings;

	private final MeetingActs acts;

	private final MinutesAdoption minutes;

	PlannedMeetings(Meetings meetings, MeetingActs acts, MinutesAdoption minutes) {
		this.meetings = meetings;
		this.acts = acts;
		this.minutes = minutes;
	}

	/**
	 * Does the next step of a meeting.
	 * @param task the task that waits for it
	 * @param about the meeting
	 * @param by the user id
	 */
	void goOn(String task, BusinessKey about, String by) {
		CycleName cycle = new CycleName(about.cycle());
		MeetingKind kind = MeetingKind.valueOf(about.requiredPart());
		Meeting meeting = this.meetings.of(cycle, kind);
		switch (task) {
			case "userTask_confirmDateAndHost" -> this.acts.confirm(cycle, kind, MeetingPlan.of(meeting), by);
			case "userTask_prepareMeeting" -> this.acts.prepare(cycle, kind, by);
			case "userTask_holdPostponeOrDrop" ->
				this.acts.decide(cycle, kind, MeetingOutcome.held(meeting.planned()), by);
			case "userTask_adoptMinutes" -> this.minutes.adoptAll(cycle, kind, by);
			default -> this.acts.record(cycle, kind, MeetingRecord.of(meeting), by);
		}
	}

}
