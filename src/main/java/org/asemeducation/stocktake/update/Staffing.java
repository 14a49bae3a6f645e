package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.AsNobody;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Follows in the engine who coordinates an initiative while its update is asked for: the
 * open task is theirs, or the AES finds somebody.
 */
@Component
public class Staffing {

	private final Register register;

	private final UpdateRequests requests;

	private final UpdateProcess process;

	private final AsNobody asNobody;

	private final ApplicationEventPublisher events;

	Staffing(Register register, UpdateRequests requests, UpdateProcess process, AsNobody asNobody,
			ApplicationEventPublisher events) {
		this.register = register;
		this.requests = requests;
		this.process = process;
		this.asNobody = asNobody;
		this.events = events;
	}

	/**
	 * The register says something else than before about who coordinates the initiative.
	 * @param request its update, locked by the caller and asked for
	 */
	public void changed(UpdateRequest request) {
		UpdateKey key = request.key();
		var groups = this.register.coordinatorGroups(key.initiative().value());
		if (groups.isEmpty()) {
			this.requests.moveTo(key, UpdateState.UNSTAFFED);
			this.asNobody.call(() -> this.process.givenBack(key));
			this.events.publishEvent(new UpdateGivenBack(key));
		}
		else {
			this.asNobody.call(() -> this.process.offer(key, request.state(), groups));
		}
	}

}
