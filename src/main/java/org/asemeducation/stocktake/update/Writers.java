package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * Admits who may write an update: whoever speaks for a coordinator of its initiative,
 * while it is asked for.
 */
@Component
public class Writers {

	private final Rights rights;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	Writers(Rights rights, UpdateRequests requests, DaysOfUpdates days) {
		this.rights = rights;
		this.requests = requests;
		this.days = days;
	}

	/**
	 * Goes on only for who may write now, and locks the request for the caller's
	 * transaction.
	 * @param key which update
	 * @param by the user id
	 * @return the request as it stands
	 * @throws Refused with the reason, in a sentence
	 */
	public UpdateRequest admit(UpdateKey key, String by) {
		requireCoordinator(key, by);
		refuseAfterTheEnd(key); // before it would wait for the step that ends the
								// gathering
		UpdateRequest request = this.requests.lock(key);
		if (!request.state().isAskedFor()) {
			throw Refused.conflict((request.state() == UpdateState.IN_REVIEW)
					? "The update of %s is submitted and lies with the reviewers.".formatted(key.initiative())
					: "The update of %s is closed.".formatted(key.initiative()));
		}
		refuseAfterTheEnd(key);
		return request;
	}

	/**
	 * Goes on only for who writes for a coordinator of the initiative.
	 * @param key which update
	 * @param by the user id
	 * @throws Refused for anybody else
	 */
	void requireCoordinator(UpdateKey key, String by) {
		if (!this.rights.mayWrite(by, key.initiative().value())) {
			throw Refused
				.notAllowed("You do not coordinate %s: ask the secretariat if you should.".formatted(key.initiative()));
		}
	}

	/**
	 * Goes on only for who speaks for a coordinator of the initiative, not for a helper.
	 * @param key which update
	 * @param by the user id
	 * @return for which of its coordinators, in their order
	 * @throws Refused for anybody else
	 */
	public List<PartyId> requireSpeaker(UpdateKey key, String by) {
		List<PartyId> parties = this.rights.coordinatingAs(by, key.initiative().value());
		if (parties.isEmpty()) {
			throw Refused.notAllowed("Only those who coordinate %s can say this.".formatted(key.initiative()));
		}
		return parties;
	}

	private void refuseAfterTheEnd(UpdateKey key) {
		if (!this.days.takesIn(key)) {
			throw Refused
				.conflict("The gathering of %s has ended and the update of %s is closed: write to the secretariat."
					.formatted(key.cycle(), key.initiative()));
		}
	}

}
