package org.asemeducation.stocktake.notification.escalation;

import java.util.Map;
import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What {@code desk/escalate.bpmn} is started with, hears and answers; alone talks to the
 * engine for it.
 */
@Component
class EscalateProcess implements MessageSender {

	static final String DECIDE = "userTask_decideOnEscalation";

	private static final String KEY = "escalate";

	private static final String NOTHING_TO_ESCALATE = "NothingToEscalate";

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	EscalateProcess(RuntimeService runtime, AsNobody asNobody) {
		this.runtime = runtime;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(NOTHING_TO_ESCALATE);
	}

	String start(Escalation escalation) {
		return this.asNobody.call(
				() -> this.runtime
					.startProcessInstanceByKey(KEY, escalation.key().toString(),
							Map.of("cycle", escalation.cycle().value(), "party", escalation.party()))
					.getId());
	}

	/** Does nothing where the process was never started. */
	void notNeeded(Escalation escalation) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(NOTHING_TO_ESCALATE)
			.processInstanceBusinessKey(escalation.key().toString())
			.correlateAllWithResult());
	}

	static BusinessKey key(DelegateExecution execution) {
		return BusinessKey.parse(execution.getProcessBusinessKey());
	}

	static void answer(DelegateExecution execution, boolean sent) {
		execution.setVariable("escalationSent", sent);
	}

}
