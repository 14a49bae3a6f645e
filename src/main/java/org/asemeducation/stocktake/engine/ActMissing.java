package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.ProcessEngineException;

/**
 * A task was to be completed without the act it asks for.
 */
public final class ActMissing extends ProcessEngineException {

	ActMissing(String sentence) {
		super(sentence);
	}

}
