package org.asemeducation.stocktake.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;

import org.springframework.context.ApplicationContext;

/**
 * Makes every expression of the engine a guarded one.
 */
class GuardedExpressions extends SpringExpressionManager {

	GuardedExpressions(ApplicationContext context, Map<Object, Object> beans) {
		super(context, beans);
	}

	@Override
	public Expression createExpression(String text) {
		return new GuardedExpression(createValueExpression(text), this, text);
	}

}
