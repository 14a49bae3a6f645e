package org.asemeducation.stocktake.engine;

import java.util.concurrent.atomic.AtomicLong;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Numbers what the engine makes in the order it is made, so that a rehearsal runs the
 * same way twice. Only for an engine that is alone on an empty database.
 */
public final class CountedIds extends AbstractProcessEnginePlugin {

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		AtomicLong last = new AtomicLong();
		configuration.setIdGenerator(() -> "%015d".formatted(last.incrementAndGet()));
	}

}
