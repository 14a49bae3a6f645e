package org.asemeducation.stocktake.update.people;

import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;
import org.asemeducation.stocktake.update.Staffing;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A party says that an initiative is not theirs, and stops coordinating it. The others
 * that do go on; where nobody is left, the AES finds a coordinator.
 */
@Component
class GivingBack {

	private final Rights rights;

	private final Register register;

	private final Staffing staffing;

	private final PlanProposals proposals;

	private final NotingCoordinators noting;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	GivingBack(Rights rights, Register register, Staffing staffing, PlanProposals proposals, NotingCoordinators noting,
			Audit audit, ApplicationEventPublisher events) {
		this.events = events;
		this.rights = rights;
		this.register = register;
		this.staffing = staffing;
		this.proposals = proposals;
		this.noting = noting;
		this.audit = audit;
	}

	/** To be called before the update is locked. */
	void begin() {
		this.noting.begin();
	}

	/**
	 * Gives the initiative back.
	 * @param request its update, locked by the caller and asked for
	 * @param because why it is not theirs
	 * @param by the user id of who says so
	 */
	void giveBack(UpdateRequest request, String because, String by) {
		UpdateKey key = request.key();
		String initiative = key.initiative().value();
		List<PartyId> leaving = this.rights.coordinatingAs(by, initiative);
		List<Coordination> staying = this.register.coordination(initiative)
			.stream()
			.filter((one) -> !("coordinator".equals(one.role()) && leaving.contains(one.party())))
			.toList();
		this.register.coordinate(initiative, staying);
		this.noting.note(key.initiative(),
				"Said in the cycle %s that it is not theirs: %s".formatted(key.cycle(), because), names(leaving), by);
		leaving.forEach((party) -> this.proposals.notTheirs(key, party, because, by));
		this.audit.record(by, "say that it is not theirs", key.toString(), names(leaving), because);
		this.staffing.changed(request);
		List<PartyId> others = staying.stream()
			.filter((one) -> "coordinator".equals(one.role()))
			.map(Coordination::party)
			.toList();
		if (!others.isEmpty()) {
			this.events.publishEvent(new NotTheirs(key, names(leaving), names(others), because, by));
		}
	}

	private String names(List<PartyId> parties) {
		return this.register.parties()
			.stream()
			.filter((party) -> parties.contains(party.id()))
			.map(Party::name)
			.collect(Collectors.joining("; "));
	}

}
