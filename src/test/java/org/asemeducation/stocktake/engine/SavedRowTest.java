package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No user task of any model completes by itself: whoever calls the engine, with whatever
 * variables, is refused until the act stands in our tables. A new task is tried here as
 * soon as it is drawn.
 */
@ProcessTest
class SavedRowTest {

	private static final String REFUSAL = "550 no such mailbox, says a test of saved rows";

	@Autowired
	private Stage stage;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@MethodSource("userTasks")
	void aTaskDoesNotCompleteWithoutItsSavedRow(String process, String task) {
		// given
		CycleName cycle = this.stage.open();
		lookLikeGathering(cycle);
		ProcessInstance instance = startAt(process, task, cycle);
		Task waiting = task(instance, task);
		// when, then
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.tasks.complete(waiting.getId()))
			.havingRootCause()
			.isInstanceOf(ActMissing.class);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.tasks.complete(waiting.getId(),
					Map.of("updateAccepted", true, "coordinatorKnown", true, "submitted", true)))
			.havingRootCause()
			.isInstanceOf(ActMissing.class)
			.withMessageContaining("Use the form of this task");
		assertThat(task(instance, task)).isNotNull();
		assertThat(this.runtime.getVariables(instance.getId())).doesNotContainKeys("updateAccepted", "submitted");
	}

	static List<Arguments> userTasks() {
		return ModelDeployment.resources()
			.entrySet()
			.stream()
			.filter((resource) -> resource.getKey().endsWith(".bpmn"))
			.flatMap((resource) -> userTasks(resource.getValue()))
			.toList();
	}

	@Test
	void tasksWereSeen() {
		assertThat(userTasks()).hasSizeGreaterThanOrEqualTo(13);
	}

	private static Stream<Arguments> userTasks(Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			BpmnModelInstance model = Bpmn.readModelFromStream(content);
			String process = model.getModelElementsByType(Process.class).iterator().next().getId();
			return model.getModelElementsByType(UserTask.class)
				.stream()
				.map((task) -> Arguments.of(process, task.getId()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * As far as the rows go, everything is asked for and nothing done: one update without
	 * coordinator, one with a draft; comments on the report wait for answers, one party
	 * might be escalated, a chapter is commissioned, a contribution invited, and one
	 * contact does not get mail.
	 */
	private void lookLikeGathering(CycleName cycle) {
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, asked_at)
				values (:cycle, :nobody, 'unstaffed', now()), (:cycle, :one, 'requested', now())""")
			.param("cycle", cycle.value())
			.param("nobody", Troupe.NOBODY)
			.param("one", Troupe.ONE_COORDINATOR)
			.update();
		this.jdbc.sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values (:cycle, :one, 1, '{}', now(), 'somebody')""")
			.param("cycle", cycle.value())
			.param("one", Troupe.ONE_COORDINATOR)
			.update();
		this.jdbc.sql("""
				insert into compiled_report (cycle, version, compiled_at, model, checksum)
				values (:cycle, 1, now(), '{}', 'none')""").param("cycle", cycle.value()).update();
		this.jdbc.sql("""
				insert into report_round (cycle, number, coordinators, partners, opens, closes, version, checksum,
				    opened_at, opened_by, read_at)
				values (:cycle, 1, false, false, '2029-01-01', '2029-01-08', 1, 'none', now(), 'somebody', now())""")
			.param("cycle", cycle.value())
			.update();
		this.jdbc.sql("insert into escalation (cycle, party, raised_at) values (:cycle, :party, now())")
			.param("cycle", cycle.value())
			.param("party", party())
			.update();
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				values (:contact, 'gone@example.org', now(), :because)""")
			.param("contact", contact())
			.param("because", REFUSAL)
			.update();
		this.jdbc.sql("insert into party_contribution (cycle, party, invited_at) values (?, ?, now())")
			.params(cycle.value(), party())
			.update();
		this.jdbc
			.sql("""
					insert into chapter_commission (cycle, number, title, behind, brief, party, due, commissioned_at,
					    commissioned_by)
					values (:cycle, 1, 'Reflections', 'outlook', 'Please write.', :party, '2029-01-08', now(), 'somebody')""")
			.param("cycle", cycle.value())
			.param("party", party())
			.update();
	}

	@AfterEach
	void mailReachesEverybodyAgain() {
		this.jdbc.sql("delete from unreachable where because = :because").param("because", REFUSAL).update();
	}

	private long contact() {
		return this.jdbc.sql("select min(id) from contact where active").query(Long.class).single();
	}

	private long party() {
		return this.jdbc.sql("select id from party where acronym = 'HU'").query(Long.class).single();
	}

	private ProcessInstance startAt(String process, String task, CycleName cycle) {
		String about = switch (process) {
			case "update", "review", "extendUpdate", "handOver" -> cycle + "/" + Troupe.NOBODY;
			case "meeting" -> cycle + "/ISOM";
			case "escalate" -> cycle + "/party/" + party();
			case "assessment" -> cycle + "/subgoal/1.1";
			case "chapter" -> cycle + "/chapter/1";
			case "contribution" -> cycle + "/contribution/" + party();
			case "mendAddress" -> cycle + "/contact/" + contact();
			default -> cycle.value();
		};
		Date later = Date.from(this.stage.now().plusSeconds(3600));
		return this.runtime.createProcessInstanceByKey(process)
			.businessKey(about)
			.setVariables(
					Map.of("cycle", cycle.value(), "initiative", Troupe.NOBODY, "requestAt", later, "freezeAt", later))
			.startBeforeActivity(task)
			.execute();
	}

	private Task task(ProcessInstance instance, String task) {
		return this.tasks.createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(task).singleResult();
	}

}
