package org.asemeducation.stocktake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the engine remembers is forgotten in its time, at night, and the record with it is
 * not.
 */
@ProcessTest
class HistoryProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private WalkOn walk;

	@Autowired
	private PostOffice post;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private HistoryService history;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void remindersAreForgottenAfterAWeekMailsAfterNinetyDaysAndTheRestIsKept() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.post.deliver(cycle);
		ProcessInstance run = hourlyRun();
		this.walk.toTheEnd(cycle);
		Instant end = this.stage.now();
		List<Integer> record = record(cycle);
		assertThat(ended("reminder", run.getId())).isOne();
		long mails = ended("mail", cycle + "%");
		assertThat(mails).isPositive();
		assertThat(details(run)).isPositive();
		// when six days have passed
		cleanUp(end.plus(Duration.ofDays(6)));
		assertThat(ended("reminder", run.getId())).isOne();
		// when eight days have passed
		cleanUp(end.plus(Duration.ofDays(8)));
		assertThat(ended("reminder", run.getId())).isZero();
		assertThat(details(run)).isZero();
		assertThat(ended("mail", cycle + "%")).isEqualTo(mails);
		// when 92 days have passed
		cleanUp(end.plus(Duration.ofDays(92)));
		// then
		assertThat(ended("mail", cycle + "%")).isZero();
		for (String process : List.of("cycle", "update", "meeting", "report", "endorsement")) {
			assertThat(ended(process, cycle + "%")).as(process).isPositive();
		}
		assertThat(record(cycle)).isEqualTo(record);
		assertThat(this.jdbc.sql("""
				select max(removal_time_ - end_time_) from act_hi_procinst
				where business_key_ = :cycle and proc_def_key_ = 'cycle'""")
			.param("cycle", cycle.value())
			.query((row, number) -> row.getString(1))
			.single()).startsWith("3650 days");
	}

	@Test
	void cleaningWaitsForTheNight() {
		// given
		Instant noon = this.stage.now()
			.atZone(ZoneOffset.UTC)
			.toLocalDate()
			.plusDays(1)
			.atTime(12, 0)
			.toInstant(ZoneOffset.UTC);
		ProcessInstance run = hourlyRun();
		moveTo(noon.plus(Duration.ofDays(8)));
		// when
		cleanUp();
		// then
		assertThat(ended("reminder", run.getId())).isOne();
		assertThat(cleaning().getDuedate().toInstant().atZone(ZoneOffset.UTC).getHour()).isEqualTo(2);
	}

	@Test
	void twoNodesShareOneCleaning() {
		// given
		assertThat(this.history.findHistoryCleanupJobs()).hasSize(1);
		ProcessEngineConfigurationImpl node = new StandaloneProcessEngineConfiguration();
		node.setProcessEngineName("another node");
		node.setDataSource(this.dataSource);
		node.setDatabaseSchemaUpdate("false");
		node.setJobExecutorActivate(false);
		node.setMetricsEnabled(false);
		node.setHistory("full");
		node.setHistoryCleanupBatchWindowStartTime("02:00");
		node.setHistoryCleanupBatchWindowEndTime("04:00");
		// when
		ProcessEngine other = node.buildProcessEngine();
		// then
		assertThat(other.getHistoryService().findHistoryCleanupJobs()).hasSize(1);
		other.close();
		assertThat(this.history.findHistoryCleanupJobs()).hasSize(1);
	}

	@Test
	void theWindowIsAtNightAndTheEngineCountsNothingForItself() {
		// given
		ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) this.engine
			.getProcessEngineConfiguration();
		// then
		assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
		assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("04:00");
		assertThat(settings.isHistoryCleanupEnabled()).isTrue();
		assertThat(settings.isDbMetricsReporterActivate()).isFalse();
	}

	private ProcessInstance hourlyRun() {
		ProcessInstance run = this.runtime.createProcessInstanceByKey("reminder")
			.startBeforeActivity("serviceTask_startMails")
			.execute();
		this.management
			.executeJob(this.management.createJobQuery().processInstanceId(run.getId()).singleResult().getId());
		return run;
	}

	/** In the window of the night that follows. */
	private void cleanUp(Instant after) {
		moveTo(after.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atTime(2, 30).toInstant(ZoneOffset.UTC));
		cleanUp();
	}

	private void cleanUp() {
		for (int batch = 0; batch < 50; batch++) {
			this.management.executeJob(cleaning().getId());
		}
	}

	private Job cleaning() {
		return this.history.findHistoryCleanupJobs().get(0);
	}

	private void moveTo(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private long ended(String process, String idOrKey) {
		return this.jdbc.sql("""
				select count(*) from act_hi_procinst where proc_def_key_ = :process and end_time_ is not null
				and (proc_inst_id_ = :about or business_key_ like :about)""")
			.param("process", process)
			.param("about", idOrKey)
			.query(Long.class)
			.single();
	}

	private long details(ProcessInstance run) {
		return this.jdbc.sql("""
				select (select count(*) from act_hi_actinst where proc_inst_id_ = :run)
				+ (select count(*) from act_hi_job_log where process_instance_id_ = :run)""")
			.param("run", run.getId())
			.query(Long.class)
			.single();
	}

	/** Rows of our own tables. */
	private List<Integer> record(CycleName cycle) {
		return List
			.of("claim", "mail", "update_request", "meeting", "report_step", "sealed_version", "adoption",
					"publication")
			.stream()
			.map((table) -> this.jdbc.sql("select count(*) from %s where cycle = :cycle".formatted(table))
				.param("cycle", cycle.value())
				.query(Integer.class)
				.single())
			.toList();
	}

}
