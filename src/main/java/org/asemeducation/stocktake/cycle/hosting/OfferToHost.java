package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts a new step of a host before the party that hosts the meeting, beside the
 * secretariat, and says that it waits.
 */
@Component("offerToHost")
class OfferToHost implements TaskListener {

	private final Hosts hosts;

	private final ApplicationEventPublisher events;

	OfferToHost(Hosts hosts, ApplicationEventPublisher events) {
		this.hosts = hosts;
		this.events = events;
	}

	@Override
	public void notify(DelegateTask task) {
		BusinessKey about = BusinessKey.parse(task.getExecution().getProcessBusinessKey());
		CycleName cycle = new CycleName(about.cycle());
		MeetingKind kind = MeetingKind.valueOf(about.requiredPart());
		this.hosts.of(cycle, kind).ifPresent((host) -> {
			PartyId party = host.party();
			String group = host.group();
			if (party != null && group != null) {
				task.addCandidateGroup(group);
				this.events.publishEvent(new HostAsked(cycle, kind, task.getTaskDefinitionKey(), party));
			}
		});
	}

}
