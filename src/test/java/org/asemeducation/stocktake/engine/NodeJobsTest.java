package org.asemeducation.stocktake.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.engine.NodeClockTest.ShiftedClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A job executor that really runs, by a clock that is put forward.
 */
class NodeJobsTest {

	private final ShiftedClock clock = new ShiftedClock();

	private final AtomicInteger looks = new AtomicInteger();

	private NodeJobs jobs;

	private ProcessEngine engine;

	@BeforeEach
	void startAnEngine() {
		TestDatabase.Address database = TestDatabase.migrated();
		// each look is ten seconds after the one before
		NodeClock node = new NodeClock(JdbcClient.create(database.dataSource()), this.clock,
				() -> this.looks.incrementAndGet() * Duration.ofSeconds(10).toNanos());
		this.jobs = new NodeJobs(node);
		DefaultJobExecutor executor = new DefaultJobExecutor();
		executor.setWaitTimeInMillis(20);
		executor.setMaxWait(20);
		StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
		configuration.setProcessEngineName("nodeJobs");
		configuration.setDataSource(database.dataSource());
		configuration.setDatabaseSchemaUpdate("false");
		configuration.setHistory("full");
		configuration.setEnforceHistoryTimeToLive(false);
		configuration.setDefaultNumberOfRetries(1);
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setEnableReducedJobExceptionLogging(true);
		configuration.setJobExecutor(executor);
		configuration.setJobExecutorActivate(true);
		configuration.getProcessEnginePlugins().add(this.jobs);
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("fine.bpmn",
					Bpmn.createExecutableProcess("fine").startEvent().camundaAsyncBefore().endEvent().done())
			.addModelInstance("failing.bpmn",
					Bpmn.createExecutableProcess("failing")
						.startEvent()
						.serviceTask()
						.camundaAsyncBefore()
						.camundaExpression("${nothing.there}")
						.endEvent()
						.done())
			.deploy();
	}

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void aNodeWhoseClockIsWrongTakesNoJobsUntilItIsRightAgain() {
		// given
		this.clock.ahead = Duration.ofHours(1);
		await().until(() -> !this.jobs.areTaken());
		start("fine");
		int before = this.looks.get();

		// when
		await().until(() -> this.looks.get() > before + 20);

		// then
		assertThat(waiting()).isOne();
		assertThat(this.engine.getManagementService().createJobQuery().singleResult().getRetries()).isOne();
		assertThat(this.jobs.executed()).isZero();

		// when
		this.clock.ahead = Duration.ZERO;

		// then
		await().until(() -> waiting() == 0);
		assertThat(this.jobs.areTaken()).isTrue();
	}

	@Test
	void countsWhatItDidAndWhatFailed() {
		// when
		start("fine");
		start("fine");
		start("failing");

		// then
		await().until(() -> this.jobs.executed() == 2 && this.jobs.failed() == 1);
		this.engine.getManagementService().reportDbMetricsNow();
		assertThat(this.jobs.executed()).as("the engine's own begin again").isEqualTo(2);
	}

	private void start(String process) {
		this.engine.getRuntimeService().startProcessInstanceByKey(process);
	}

	private long waiting() {
		return this.engine.getManagementService().createJobQuery().count();
	}

}
