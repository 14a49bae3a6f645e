package org.asemeducation.stocktake.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Several calls of the engine as one: it writes down what they changed at their end, in
 * batches, and not after each of them. A step of a model is one already.
 */
@Component
public class OneFlush {

	private final ProcessEngineConfigurationImpl configuration;

	OneFlush(ProcessEngine engine) {
		this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	/**
	 * Calls in the caller's transaction, or in one of its own. What the engine has not
	 * written yet is not found by queries.
	 * @param <T> what comes of it
	 * @param calls what to do in the engine
	 * @return what came of it
	 */
	public <T> T of(Supplier<T> calls) {
		return this.configuration.getCommandExecutorTxRequired().execute((context) -> calls.get());
	}

}
