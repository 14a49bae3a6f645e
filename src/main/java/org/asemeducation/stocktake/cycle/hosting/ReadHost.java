package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Step "Read host": whether a party hosts the meeting is known once that is confirmed.
 */
@Component("readHost")
class ReadHost implements JavaDelegate {

	private final Hosts hosts;

	ReadHost(Hosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		BusinessKey about = HostSteps.about(execution);
		HostSteps.answerPartyHosts(execution,
				this.hosts.of(new CycleName(about.cycle()), MeetingKind.valueOf(about.requiredPart()))
					.filter((host) -> host.party() != null)
					.isPresent());
	}

}
