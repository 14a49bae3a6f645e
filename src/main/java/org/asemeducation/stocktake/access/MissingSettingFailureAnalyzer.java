package org.asemeducation.stocktake.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one sentence which setting is missing, instead of a stack trace.
 */
class MissingSettingFailureAnalyzer extends AbstractFailureAnalyzer<MissingSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, MissingSettingException cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
