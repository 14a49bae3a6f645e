package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.attendance.Attendance;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read participants": a host is asked for them unless there is a list already.
 */
@Component("readParticipants")
class ReadParticipants implements JavaDelegate {

	private final Hosts hosts;

	private final Attendance attendance;

	ReadParticipants(Hosts hosts, Attendance attendance) {
		this.hosts = hosts;
		this.attendance = attendance;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey about = HostSteps.about(execution);
		CycleName cycle = new CycleName(about.cycle());
		MeetingKind kind = MeetingKind.valueOf(about.requiredPart());
		boolean hosted = this.hosts.of(cycle, kind).filter((host) -> host.party() != null).isPresent();
		HostSteps.answerParticipantsToCome(execution, hosted && this.attendance.count(cycle, kind).isEmpty());
	}

}
