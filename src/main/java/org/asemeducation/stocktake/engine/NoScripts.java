package org.asemeducation.stocktake.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Refuses every script: our models have none.
 */
class NoScripts implements ScriptEngineResolver {

	@Override
	public void addScriptEngineFactory(ScriptEngineFactory factory) {
		// none is wanted
	}

	@Override
	public ScriptEngineManager getScriptEngineManager() {
		return new ScriptEngineManager(null);
	}

	@Override
	public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
		throw new ProcessEngineException(
				"Scripts are not run here (%s): write a delegate instead.".formatted(language));
	}

}
