package org.asemeducation.stocktake.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Chromium} they ask for, and skips them where there is none; with
 * {@code CI=true} they fail instead.
 */
class ChromiumExtension implements ExecutionCondition, ParameterResolver {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		boolean mustRun = "true".equals(System.getenv("CI"));
		if (mustRun || Chromium.installed().isPresent()) {
			return ConditionEvaluationResult.enabled("A browser is there, or has to be.");
		}
		return ConditionEvaluationResult.disabled(Chromium.INSTALL);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Chromium.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(ExtensionContext.Namespace.create(Chromium.class))
			.getOrComputeIfAbsent(Chromium.class,
					(key) -> new Chromium(Chromium.installed().orElseThrow(() -> new AssertionError(Chromium.INSTALL))),
					Chromium.class);
	}

}
