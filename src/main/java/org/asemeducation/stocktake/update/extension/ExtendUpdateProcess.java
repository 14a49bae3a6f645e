package org.asemeducation.stocktake.update.extension;

import java.time.Instant;
import java.util.Date;
import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.MessageSender;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What {@code desk/extend-update.bpmn} is started with, hears and answers; alone talks to
 * the engine for it. Who asks or grants need not be allowed to start it.
 */
@Component
class ExtendUpdateProcess implements MessageSender {

	static final String DECIDE = "userTask_decideOnExtension";

	private static final String KEY = "extendUpdate";

	private static final String NOTHING_TO_EXTEND = "NothingToExtend";

	private final RuntimeService runtime;

	private final Tasks tasks;

	private final AsNobody asNobody;

	ExtendUpdateProcess(RuntimeService runtime, Tasks tasks, AsNobody asNobody) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.asNobody = asNobody;
	}

	@Override
	public Set<String> messages() {
		return Set.of(NOTHING_TO_EXTEND);
	}

	void start(UpdateKey key, boolean granted) {
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(KEY, key.toString(),
				Variables.putValue("cycle", key.cycle().value())
					.putValue("initiative", key.initiative().value())
					.putValue("grantedAlready", granted)));
	}

	void answered(UpdateKey key, String by) {
		this.tasks.complete(key.businessKey(), DECIDE, by);
	}

	void notNeeded(UpdateKey key) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(NOTHING_TO_EXTEND)
			.processInstanceBusinessKey(key.toString())
			.correlateAllWithResult());
	}

	/**
	 * What was answered.
	 * @param execution where
	 * @param over when the time after the freeze is over; {@code null} when nothing
	 * counts after it
	 */
	static void answer(DelegateExecution execution, @Nullable Instant over) {
		execution.setVariable("extendedPastTheFreeze", over != null);
		execution.setVariable("extensionOverAt", (over != null) ? Date.from(over) : null);
	}

}
