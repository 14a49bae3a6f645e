package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingChanged;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES says which party hosts a meeting; a postponed one asks its host for everything
 * again.
 */
@Component
class NamingHost {

	private final Cycles cycles;

	private final Meetings meetings;

	private final Hosts hosts;

	private final HostSteps steps;

	private final Register register;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	NamingHost(Cycles cycles, Meetings meetings, Hosts hosts, HostSteps steps, Register register, Audit audit,
			ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.hosts = hosts;
		this.steps = steps;
		this.register = register;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Names the party that hosts a meeting. While the meeting waits to be confirmed the
	 * host is asked for date and place; open steps go to the new host.
	 * @param party its acronym or name; empty for none of the register
	 * @return the party's name; empty for none
	 */
	@Transactional
	public String name(CycleName cycle, MeetingKind kind, String party, String by) {
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (meeting.isRecorded()) {
			throw Refused.conflict("Nothing has changed: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : "is recorded"));
		}
		Party found = party.isBlank() ? null
				: this.register.party(party.strip())
					.orElseThrow(() -> Refused
						.conflict("Nothing has changed: the register has no party “%s”.".formatted(party.strip())));
		PartyId id = (found != null) ? found.id() : null;
		this.hosts.name(cycle, kind, id, by);
		Host host = this.hosts.of(cycle, kind).orElseThrow();
		this.steps.offer(cycle, kind, host.groups());
		if (id != null) {
			HostSteps.ALL.stream()
				.filter((step) -> this.steps.isOpen(cycle, kind, step))
				.forEach((step) -> this.events.publishEvent(new HostAsked(cycle, kind, step, id)));
			this.steps.hostNamed(cycle, kind);
		}
		String name = (found != null) ? found.name() : "";
		this.audit.record(by, "name host", "%s/%s".formatted(cycle, kind), null, name.isEmpty() ? "nobody" : name);
		return name;
	}

	@EventListener
	@Transactional
	void on(MeetingChanged changed) {
		if ("postponed".equals(this.meetings.of(changed.cycle(), changed.kind()).outcome())) {
			this.hosts.again(changed.cycle(), changed.kind());
		}
	}

}
