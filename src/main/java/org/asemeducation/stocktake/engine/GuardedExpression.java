package org.asemeducation.stocktake.engine;

import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is evaluated freely inside a process, and outside of one only when
 * it is known to the letter. Outside is where queries evaluate what a person sent.
 */
class GuardedExpression extends JuelExpression {

	private static final Set<String> ALLOWED_IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}",
			"${now()}", "${dateTime().plusDays(7)}");

	GuardedExpression(ValueExpression expression, JuelExpressionManager manager, String text) {
		super(expression, manager, text);
	}

	@Override
	public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
		if (scope == null && !ALLOWED_IN_QUERIES.contains(this.expressionText)) {
			throw new ProcessEngineException(
					"A query may not use the expression \"%s\": use one of %s, or a plain value."
						.formatted(this.expressionText, ALLOWED_IN_QUERIES));
		}
		return super.getValue(scope, execution);
	}

}
