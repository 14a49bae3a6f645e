package org.asemeducation.stocktake.cycle;

import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What {@code move-date.bpmn} is started with and answers.
 */
@Component
class MoveDateProcess {

	private static final String KEY = "moveDate";

	private static final String DATED_UP_TO = "datedUpTo";

	private static final String ALL_DATED = "allDated";

	private final RuntimeService runtime;

	MoveDateProcess(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/**
	 * Has the engine follow dates that have moved.
	 * @param cycle the cycle; the caller holds its lock
	 */
	void moved(CycleName cycle) {
		this.runtime.startProcessInstanceByKey(KEY, cycle.value());
	}

	/** The task that was dated last; {@code null} before the first chunk. */
	static @Nullable String datedUpTo(DelegateExecution execution) {
		return (String) execution.getVariable(DATED_UP_TO);
	}

	static void answerDated(DelegateExecution execution, Optional<String> upTo) {
		execution.setVariable(DATED_UP_TO, upTo.orElse(null));
		execution.setVariable(ALL_DATED, upTo.isEmpty());
	}

}
