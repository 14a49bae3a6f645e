package org.asemeducation.stocktake.update.handover;

import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What {@code desk/hand-over.bpmn} hears; alone talks to the engine for it.
 */
@Component
class HandOverProcess implements MessageSender {

	static final String CONFIRM = "userTask_confirmHandOver";

	private static final String KEY = "handOver";

	private static final String NOTHING_TO_HAND_OVER = "NothingToHandOver";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	HandOverProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(NOTHING_TO_HAND_OVER);
	}

	void start(UpdateKey key) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, key.toString()));
	}

	void answered(UpdateKey key, String by) {
		this.tasks.complete(key.businessKey(), CONFIRM, by);
	}

	void notNeeded(UpdateKey key) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(NOTHING_TO_HAND_OVER)
			.processInstanceBusinessKey(key.toString())
			.correlateAllWithResult());
	}

}
