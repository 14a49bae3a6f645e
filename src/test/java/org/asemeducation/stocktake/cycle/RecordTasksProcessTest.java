package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.RecordTasks.HeldOrDropped;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.report.Editors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.cycle.MeetingKind.ASEMME;
import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A cycle that was opened before a meeting had a model of its own.
 */
@ProcessTest
class RecordTasksProcessTest {

	private static final LocalDate WINTER = LocalDate.of(2031, 1, 1);

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Meetings meetings;

	@Autowired
	private RecordTasks recordTasks;

	@Autowired
	private Editors editors;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private TaskService tasks;

	private String earlierModel;

	private CycleName cycle;

	@BeforeEach
	void openACycleOnTheEarlierModel() {
		this.earlierModel = this.repository.createDeployment()
			.addClasspathResource("process/cycle-with-record-tasks.bpmn")
			.deploy()
			.getId();
		this.cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
	}

	@AfterEach
	void goBackToTheModel() {
		this.repository.deleteDeployment(this.earlierModel, true);
	}

	@Test
	void itEndsOnTheModelItBeganWith() {
		// given
		ProcessInstance instance = this.stage.instance("cycle", this.cycle);
		assertThat(instance).isWaitingAt("userTask_recordIsom", "userTask_recordSom1", "userTask_recordSom2",
				"userTask_recordAsemme");
		// when
		record(ISOM, new HeldOrDropped("dropped", null, null, MeetingFormat.IN_PERSON, "No host"));
		record(SOM1, new HeldOrDropped("held", WINTER, "Seoul", MeetingFormat.IN_PERSON, "Speakers chosen"));
		this.stage.gather(this.cycle);
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		this.editors.finish(this.cycle);
		record(SOM2, new HeldOrDropped("held", WINTER, null, MeetingFormat.IN_PERSON, null));
		record(ASEMME, new HeldOrDropped("held", WINTER, null, MeetingFormat.VIRTUAL, null));
		this.endorsements.publish(this.cycle);
		// then
		assertThat(instance).isEnded().hasPassed("endEvent_cycleClosed");
		assertThat(this.meetings.of(this.cycle)).allMatch(Meeting::isRecorded)
			.extracting(Meeting::state, Meeting::place)
			.containsExactly(tuple("dropped", "Valletta"), tuple("held", "Seoul"), tuple("held", "Valletta"),
					tuple("held", "Valletta"));
	}

	@Test
	void itsTasksAreNamedDueAndGuarded() {
		// when
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.cycle.value())
			.taskDefinitionKey("userTask_recordSom1")
			.singleResult();
		// then
		assertThat(task.getName()).isEqualTo("Record SOM1 (%s)".formatted(this.cycle));
		assertThat(task.getDueDate()).isNotNull();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.tasks.complete(task.getId()))
			.withStackTraceContaining("Use the form of this task");
	}

	@Test
	void aMeetingIsRecordedOnceAndWithItsDay() {
		// given
		record(ISOM, new HeldOrDropped("held", WINTER, null, MeetingFormat.IN_PERSON, null));
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> record(ISOM, new HeldOrDropped("held", WINTER, null, MeetingFormat.IN_PERSON, null)))
			.withMessageContaining("is recorded already");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> record(SOM1, new HeldOrDropped("held", null, null, MeetingFormat.IN_PERSON, null)))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("heldOn"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> record(SOM1, new HeldOrDropped(null, WINTER, null, MeetingFormat.IN_PERSON, null)))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("state"));
		assertThat(this.meetings.of(this.cycle, SOM1).isRecorded()).isFalse();
	}

	@Test
	void theStepsOfTheMeetingsModelAreNotOpenThere() {
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.officials.confirm(this.cycle, ISOM))
			.withMessageContaining("is not open, or no longer");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.officials.drop(this.cycle, ISOM))
			.withMessageContaining("is not open, or no longer");
		assertThat(this.meetings.of(this.cycle, ISOM).state()).isEqualTo("planned");
	}

	private void record(MeetingKind kind, HeldOrDropped said) {
		this.recordTasks.record(this.cycle, kind, said, this.troupe.user("aes"));
	}

}
