package org.asemeducation.stocktake.browser;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives tests the {@link Chromium} they ask for, and skips them where there is none; with
 * {@code CI=true} they fail instead.
 */
public class ChromiumExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

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
		return store(context).getOrComputeIfAbsent(Chromium.class,
				(key) -> new Chromium(Chromium.installed().orElseThrow(() -> new AssertionError(Chromium.INSTALL))),
				Chromium.class);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Chromium chromium = store(context).get(Chromium.class, Chromium.class);
		if (chromium != null) {
			Throwable failure = context.getExecutionException().orElse(null);
			List<String> mishaps = chromium.leave(failure);
			assertThat((failure != null) ? List.of() : mishaps).as("errors in scripts").isEmpty();
		}
	}

	private static ExtensionContext.Store store(ExtensionContext context) {
		return context.getRoot().getStore(ExtensionContext.Namespace.create(Chromium.class));
	}

}
