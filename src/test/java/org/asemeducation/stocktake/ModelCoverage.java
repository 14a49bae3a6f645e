package org.asemeducation.stocktake;

import java.util.HashSet;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.springframework.beans.factory.DisposableBean;

/**
 * Draws which ways through the models the process tests have taken:
 * {@code target/process-test-coverage/process-tests/report.html}, written when the run
 * ends. Each way counts once, else the report of thousands of instances takes minutes.
 */
class ModelCoverage extends AbstractProcessEnginePlugin implements Collector, DisposableBean {

	private static final String NAME = "process-tests";

	private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

	private final Set<String> seen = new HashSet<>();

	ModelCoverage() {
		this.collector.createSuite(new Suite(NAME, "Process tests"));
		this.collector.activateSuite(NAME);
		this.collector.createRun(new Run(NAME, "All together"), NAME);
		this.collector.activateRun(NAME);
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		new ProcessEngineAdapter(engine, this).initializeListeners();
	}

	@Override
	public synchronized void addEvent(Event event) {
		if (this.seen.add(event.getModelKey() + event.getDefinitionKey() + event.getType())) {
			this.collector.addEvent(event);
		}
	}

	@Override
	public synchronized void destroy() {
		CoverageReportUtil.createReport(this.collector, "target/process-test-coverage");
	}

}
