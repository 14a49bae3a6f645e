package org.asemeducation.stocktake.update.contribution;

import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What {@code contribution.bpmn} is started with, hears from us and holds for us; alone
 * talks to the engine for it. The caller holds the cycle's lock.
 */
@Component
class ContributionProcess implements MessageSender {

	static final String WRITE = "userTask_writeContribution";

	static final String LOOK_AT = "userTask_lookAtContribution";

	/** Whether the AES has asked for a change, a truth value. */
	static final String CHANGE_ASKED = "changeAsked";

	/** Whether something was submitted when the gathering closed, a truth value. */
	static final String CONTRIBUTION_STANDS = "contributionStands";

	private static final String KEY = "contribution";

	private static final String TAKEN_BACK = "ContributionTakenBack";

	private static final String CLOSED = "ContributionsClosed";

	private static final String DROPPED = "ContributionDropped";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	ContributionProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(TAKEN_BACK, CLOSED, DROPPED);
	}

	void invited(Contribution contribution) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, contribution.key().toString()));
	}

	void submitted(Contribution contribution, String by) {
		this.tasks.complete(contribution.key(), WRITE, by);
	}

	void decided(Contribution contribution, String by) {
		this.tasks.complete(contribution.key(), LOOK_AT, by);
	}

	void takenBack(Contribution contribution) {
		tell(TAKEN_BACK, contribution);
	}

	/** The gathering closed while the party may still write. */
	void closed(Contribution contribution) {
		tell(CLOSED, contribution);
	}

	void dropped(Contribution contribution) {
		tell(DROPPED, contribution);
	}

	private void tell(String message, Contribution contribution) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(contribution.key().toString())
			.correlateAllWithResult());
	}

}
