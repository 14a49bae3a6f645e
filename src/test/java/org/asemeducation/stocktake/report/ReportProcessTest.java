package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@StocktakeTest
class ReportProcessTest {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private TaskService engineTasks;

	@Autowired
	private HistoryService history;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Reports reports;

	@Autowired
	private Chapters chapters;

	@Autowired
	private ReportProcess process;

	@Test
	void compilesThenWaitsForTheSecretariatToEdit() {
		SmallCycle cycle = new SmallCycle(this.jdbc, "REPORT-EDIT");
		assertThat(this.reports.latest(cycle.name())).isEmpty();

		ProcessInstance instance = start("report", cycle);

		assertThat(this.reports.latest(cycle.name())).get().extracting(ReportModel::version).isEqualTo(1);
		Task task = this.engineTasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
		assertThat(task.getName()).isEqualTo("Edit report (REPORT-EDIT)");
		assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2024-01-10T22:59:59.999Z")));
		assertThat(this.engineTasks.getIdentityLinksForTask(task.getId())).extracting((it) -> it.getGroupId())
			.containsExactly("aes");
	}

	@Test
	void theTaskStaysOpenUntilEditingIsFinished() {
		SmallCycle cycle = new SmallCycle(this.jdbc, "REPORT-GUARD");
		ProcessInstance instance = start("report", cycle);
		Task task = this.engineTasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();

		assertThatThrownBy(() -> this.engineTasks.complete(task.getId()))
			.hasMessageContaining("editing is not finished");

		assertThat(this.tasks.open(BusinessKey.of("REPORT-GUARD"), ReportProcess.EDIT_REPORT)).isPresent();
	}

	@Test
	void finishingEndsTheProcessAndTheChaptersStayAsTheyAre() {
		SmallCycle cycle = new SmallCycle(this.jdbc, "REPORT-DONE");
		ProcessInstance instance = start("report", cycle);
		this.chapters.write(cycle.name(), FreeChapter.FOREWORD, "First words.", "aes");

		this.process.edited(cycle.name(), "aes");

		assertThat(path(instance)).containsExactly("startEvent_updatesFrozen", "serviceTask_compileReport",
				"userTask_editReport", "endEvent_reportEdited");
		assertThatThrownBy(() -> this.chapters.write(cycle.name(), FreeChapter.FOREWORD, "Other words.", "aes"))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("stay as they are");
		assertThatThrownBy(() -> this.process.edited(cycle.name(), "aes")).isInstanceOf(Refused.class);
		assertThat(this.chapters.of(cycle.name())).extracting((it) -> it.text()).containsExactly("First words.", "");
	}

	private ProcessInstance start(String key, SmallCycle cycle) {
		ProcessInstance instance = this.runtime.startProcessInstanceByKey(key, cycle.name().value());
		this.management
			.executeJob(this.management.createJobQuery().processInstanceId(instance.getId()).singleResult().getId());
		return instance;
	}

	private List<String> path(ProcessInstance instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.finished()
			.orderPartiallyByOccurrence()
			.asc()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.toList();
	}

}
