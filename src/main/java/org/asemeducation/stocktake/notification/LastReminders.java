package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.notification.escalation.Escalating;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.stereotype.Component;

/**
 * Finds the parties that owe an update though its last reminder has gone by, and has the
 * AES asked about those with a superior.
 */
@Component
class LastReminders {

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final CoordinatorContacts contacts;

	private final Escalating escalating;

	LastReminders(Gatherings gatherings, OpenRequests requests, CoordinatorContacts contacts, Escalating escalating) {
		this.gatherings = gatherings;
		this.requests = requests;
		this.contacts = contacts;
		this.escalating = escalating;
	}

	/**
	 * Raises, in the caller's transaction, what was never raised: what an outage has kept
	 * back is raised by the next run.
	 * @param now the moment
	 */
	void raise(Instant now) {
		this.gatherings.at(now)
			.stream()
			.filter((gathering) -> !gathering.over())
			.forEach((gathering) -> raise(gathering, now));
	}

	private void raise(Gathering gathering, Instant now) {
		Map<InitiativeId, Set<Long>> possible = this.escalating.possible(gathering.cycle());
		if (possible.isEmpty()) {
			return;
		}
		List<LocalContact> contacts = this.contacts.in(gathering.zone());
		Set<Long> parties = this.requests.of(gathering, possible.keySet())
			.stream()
			.filter((request) -> LastRung.of(request, gathering, contacts).isBefore(now))
			.flatMap((request) -> possible.get(request.initiative()).stream())
			.collect(Collectors.toSet());
		this.escalating.raise(gathering.cycle(), parties);
	}

}
