package org.asemeducation.stocktake.plan;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one sentence why the plan for the first start was refused, instead of a stack
 * trace.
 */
class PlanRefusedFailureAnalyzer extends AbstractFailureAnalyzer<PlanRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, PlanRefused cause) {
		return new FailureAnalysis("The plan that stocktake.plan names cannot be read. " + cause.getMessage(),
				"Correct the file and start again.", cause);
	}

}
