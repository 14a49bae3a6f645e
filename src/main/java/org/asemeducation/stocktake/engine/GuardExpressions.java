package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Closes the holes by which a person could have an expression evaluated: in ad-hoc,
 * stored, or- and extending queries (CVE-2026-109432), and through beans that are not
 * meant for models.
 */
@Component
class GuardExpressions extends AbstractProcessEnginePlugin {

	private final ApplicationContext context;

	GuardExpressions(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		DelegateBeans delegates = new DelegateBeans(this.context);
		configuration.setBeans(delegates);
		configuration.setExpressionManager(new GuardedExpressions(this.context, delegates));
	}

}
