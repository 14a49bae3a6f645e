package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat names a coordinator for an initiative that has none, which is then
 * asked like all others.
 */
@Component
class FindingCoordinator {

	private final Register register;

	private final UpdateRequests requests;

	private final UpdateProcess process;

	private final NotingCoordinators noting;

	private final Audit audit;

	FindingCoordinator(Register register, UpdateRequests requests, UpdateProcess process, NotingCoordinators noting,
			Audit audit) {
		this.register = register;
		this.requests = requests;
		this.process = process;
		this.noting = noting;
		this.audit = audit;
	}

	/**
	 * Names the coordinator and goes on with the request.
	 * @param key which update
	 * @param party who coordinates from now on
	 * @param by the user id
	 * @throws Refused when the initiative has a coordinator already
	 */
	@Transactional
	void found(UpdateKey key, Party party, String by) {
		this.noting.begin();
		if (this.requests.lock(key).state() != UpdateState.UNSTAFFED) {
			throw Refused.conflict("%s has a coordinator already.".formatted(key.initiative()));
		}
		String initiative = key.initiative().value();
		List<Coordination> coordination = new ArrayList<>(this.register.coordination(initiative));
		coordination.add(new Coordination(party.id(), "coordinator", coordination.size() + 1));
		this.register.coordinate(initiative, coordination);
		this.noting.note(key.initiative(), "Nobody coordinated it in the cycle %s.".formatted(key.cycle()),
				Basis.SECRETARIAT, by);
		this.requests.moveTo(key, UpdateState.REQUESTED);
		this.audit.record(by, "find coordinator", key.toString(), null, party.name());
		this.process.coordinatorFound(key, by);
	}

}
