package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Camunda's applications find their engine by its name in one list for the whole process.
 * All contexts of the tests name theirs the same; one that is closed takes the name off
 * the list, whosever it was. Here each test gets its own back.
 */
final class EngineOfThisContext implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void prepareTestInstance(TestContext test) {
		test.getApplicationContext()
			.getBeanProvider(ProcessEngine.class)
			.ifAvailable(ProcessEngines::registerProcessEngine);
	}

}
