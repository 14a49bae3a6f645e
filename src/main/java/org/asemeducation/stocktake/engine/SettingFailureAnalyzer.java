package org.asemeducation.stocktake.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one sentence which setting is wrong, instead of a stack trace.
 */
public class SettingFailureAnalyzer extends AbstractFailureAnalyzer<SettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, SettingException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
