package org.asemeducation.stocktake.update;

import java.util.Optional;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.springframework.stereotype.Component;

/**
 * Puts a new "Provide update" or "Revise update" before the parties that coordinate the
 * initiative, a returned one with its last text as the draft.
 */
@Component("offerUpdate")
class OfferUpdate implements TaskListener {

	private final Register register;

	private final UpdateRequests requests;

	private final Reopening reopening;

	private final AskedTogether together;

	OfferUpdate(Register register, UpdateRequests requests, Reopening reopening, AskedTogether together) {
		this.register = register;
		this.requests = requests;
		this.reopening = reopening;
		this.together = together;
	}

	@Override
	public void notify(DelegateTask task) {
		UpdateKey key = UpdateKey.of(BusinessKey.parse(task.getExecution().getProcessBusinessKey()));
		Optional<AskedTogether.Facts> asked = this.together.of(key);
		if (asked.isPresent()) {
			asked.get().groups().forEach(task::addCandidateGroup);
			return;
		}
		if (UpdateProcess.REVISE_UPDATE.equals(task.getTaskDefinitionKey())) {
			this.reopening.reopen(key);
		}
		else {
			this.requests.moveTo(key, UpdateState.REQUESTED);
		}
		this.register.coordinatorGroups(key.initiative().value()).forEach(task::addCandidateGroup);
	}

}
