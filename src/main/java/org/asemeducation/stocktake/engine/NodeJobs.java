package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.impl.metrics.MetricsRegistry;
import org.camunda.bpm.engine.management.Metrics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The jobs of this node: it takes them while its clock is right, and counts them since it
 * was started.
 */
@Component
public class NodeJobs extends AbstractProcessEnginePlugin {

	private final NodeClock clock;

	private volatile @Nullable ProcessEngineConfigurationImpl configuration;

	NodeJobs(NodeClock clock) {
		this.clock = clock;
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		JobExecutor executor = configuration.getJobExecutor();
		executor.setAcquireJobsCmdFactory(byARightClock(new DefaultAcquireJobsCommandFactory(executor)));
		MetricsRegistry meters = configuration.getMetricsRegistry();
		if (meters != null) {
			// the engine's own are set back whenever it writes them down
			meters.createMeter(Metrics.JOB_SUCCESSFUL);
			meters.createMeter(Metrics.JOB_FAILED);
		}
		this.configuration = configuration;
	}

	private AcquireJobsCommandFactory byARightClock(AcquireJobsCommandFactory jobs) {
		return (number) -> this.clock.isRight() ? jobs.getCommand(number) : (context) -> new AcquiredJobs(number);
	}

	/**
	 * Whether this node takes jobs as they become due.
	 * @return false where the job executor is off, and while the clock is wrong
	 */
	public boolean areTaken() {
		ProcessEngineConfigurationImpl engine = this.configuration;
		return engine != null && engine.getJobExecutor().isActive() && this.clock.isRight();
	}

	/**
	 * How many jobs came to their end on this node.
	 * @return since the start
	 */
	public long executed() {
		return count(Metrics.JOB_SUCCESSFUL);
	}

	/**
	 * How many attempts at a job failed on this node.
	 * @return since the start
	 */
	public long failed() {
		return count(Metrics.JOB_FAILED);
	}

	private long count(String name) {
		ProcessEngineConfigurationImpl engine = this.configuration;
		MetricsRegistry meters = (engine != null) ? engine.getMetricsRegistry() : null;
		Meter meter = (meters != null) ? meters.getDiagnosticsMeters().get(name) : null;
		return (meter != null) ? meter.get() : 0;
	}

}
