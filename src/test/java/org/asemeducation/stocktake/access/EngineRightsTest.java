package org.asemeducation.stocktake.access;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The engine's own locks, behind the filter that stands before its interfaces.
 */
@RunningStocktake
class EngineRightsTest {

	@Autowired
	private People people;

	@Autowired
	private IdentityService identities;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	private Party mine;

	private String task;

	@BeforeEach
	void aCoordinatorAtTheEngine() {
		this.mine = this.people.party();
		Contact coordinator = this.people.coordinator(this.mine);
		this.task = this.people.task(this.mine);
		this.identities.setAuthentication(coordinator.userId(), List.of(this.mine.groupId()));
	}

	@AfterEach
	void leave() {
		this.identities.clearAuthentication();
	}

	@Test
	void ownTaskIsSeenAndAnothersIsNot() {
		// given
		this.identities.clearAuthentication();
		String other = this.people.task(this.people.party());
		this.identities.setAuthentication("kim", List.of(this.mine.groupId()));

		// when
		List<String> seen = this.tasks.createTaskQuery().list().stream().map(Task::getId).toList();

		// then
		assertThat(seen).contains(this.task).doesNotContain(other);
	}

	@Test
	void theSecretariatSeesSevenEntriesUnderStartProcessAndNobodyElseAny() {
		assertThat(entries("somebody", "aes")).containsExactlyInAnyOrder("Open a reporting cycle", "Move a date",
				"Help a coordinator", "Change the plan", "Change the register", "Settings", "Close a cycle");
		assertThat(entries("somebody", "swg")).isEmpty();
		assertThat(entries("somebody", this.mine.groupId())).isEmpty();
		assertThat(entries("somebody", "camunda-admin")).isEmpty();
	}

	/** As Tasklist asks for them. */
	private List<String> entries(String user, String group) {
		this.identities.setAuthentication(user, List.of(group));
		return this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.active()
			.startableInTasklist()
			.startablePermissionCheck()
			.list()
			.stream()
			.map(ProcessDefinition::getName)
			.toList();
	}

	@Test
	void anotherPartysTaskIsNotCompleted() {
		// when
		this.identities.setAuthentication("kim", List.of("party0"));

		// then
		assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> this.tasks.complete(this.task));
	}

	@Test
	void candidateSetsNoDueDate() {
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.tasks.setDueDate(this.task, new Date(0)));
	}

	@Test
	void candidateAssignsNobody() {
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.tasks.setAssignee(this.task, "other"));
	}

	@Test
	void candidateSetsNoVariable() {
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.tasks.setVariable(this.task, "evil", 1));
	}

	@Test
	void unhandledBpmnErrorEndsNothing() {
		// when
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.tasks.handleBpmnError(this.task, "x"));

		// then
		assertThat(this.tasks.createTaskQuery().taskId(this.task).count()).isOne();
	}

	@Test
	void javaSerialisedValuesAreRefused() {
		// given
		this.identities.clearAuthentication();
		String instance = this.tasks.createTaskQuery().taskId(this.task).singleResult().getProcessInstanceId();

		// then
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.runtime.setVariable(instance, "evil",
					Variables.serializedObjectValue("rO0ABXA=")
						.serializationDataFormat("application/x-java-serialized-object")
						.objectTypeName("java.util.HashMap")
						.create()))
			.withMessageContaining("serialization format is prohibited");
	}

}
