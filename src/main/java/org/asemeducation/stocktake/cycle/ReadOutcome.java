package org.asemeducation.stocktake.cycle;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read outcome".
 */
@Component("readOutcome")
class ReadOutcome implements JavaDelegate {

	private final Meetings meetings;

	private final Minutes minutes;

	ReadOutcome(Meetings meetings, Minutes minutes) {
		this.meetings = meetings;
		this.minutes = minutes;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey about = BusinessKey.parse(execution.getProcessBusinessKey());
		CycleName cycle = new CycleName(about.cycle());
		MeetingKind kind = MeetingKind.valueOf(about.requiredPart());
		String outcome = this.meetings.of(cycle, kind).outcome();
		execution.setVariable(MeetingProcess.POSTPONED, MeetingOutcome.POSTPONED.equals(outcome));
		execution.setVariable(MeetingProcess.DROPPED, Meeting.DROPPED.equals(outcome));
		execution.setVariable(MeetingProcess.MINUTES_TO_ADOPT, !this.minutes.waitingFor(cycle, kind).isEmpty());
	}

}
