package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class TaskGuardTest {

	private static final String ACTS = """
			POST,   /complete,          {}
			POST,   /complete,          '{"variables":{"deadline":{"value":"2040"}}}'
			POST,   /submit-form,       '{"variables":{"evil":{"value":1}}}'
			POST,   /bpmnError,         '{"errorCode":"x"}'
			POST,   /bpmnEscalation,    '{"escalationCode":"x"}'
			POST,   /resolve,           {}
			POST,   /delegate,          '{"userId":"other"}'
			POST,   /claim,             '{"userId":"other"}'
			POST,   /unclaim,           {}
			POST,   /assignee,          '{"userId":"other"}'
			POST,   /identity-links,    '{"userId":"other","type":"candidate"}'
			PUT,    '',                 '{"due":"2040-01-01T00:00:00.000+0000"}'
			PUT,    /variables/evil,    '{"value":1}'
			POST,   /variables,         '{"modifications":{"evil":{"value":1}}}'
			PUT,    /localVariables/x,  '{"value":1}'
			DELETE, /variables/group,   ''
			DELETE, '',                 ''
			""";

	@Autowired
	private People people;

	@Autowired
	private TaskService tasks;

	private Party mine;

	private Visitor coordinator;

	@BeforeEach
	void aCoordinator() {
		this.mine = this.people.party();
		this.coordinator = this.people.signedIn(this.people.coordinator(this.mine));
	}

	@Test
	void ownTaskIsRead() {
		// given
		String task = this.people.task(this.mine);

		// when
		HttpResponse<String> answer = this.coordinator.engine("GET", "/task/" + task, "");

		// then
		assertThat(answer.statusCode()).isEqualTo(200);
	}

	@Test
	void anotherPartysTaskIsNotRead() {
		// given
		String task = this.people.task(this.people.party());

		// when
		HttpResponse<String> direct = this.coordinator.engine("GET", "/task/" + task, "");
		HttpResponse<String> listed = this.coordinator.engine("POST", "/task", "{}");
		HttpResponse<String> variables = this.coordinator.engine("GET", "/task/" + task + "/variables", "");

		// then
		assertThat(direct.statusCode()).isEqualTo(404);
		assertThat(listed.body()).doesNotContain(task);
		assertThat(variables.statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(textBlock = ACTS)
	void coordinatorChangesNothingThroughTheEngine(String method, String act, String body) {
		// given
		String task = this.people.task(this.mine);

		// when
		HttpResponse<String> answer = this.coordinator.engine(method, "/task/" + task + act, body);

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
		assertUntouched(task);
	}

	@ParameterizedTest
	@CsvSource(textBlock = ACTS)
	void coordinatorChangesNothingOfAnotherParty(String method, String act, String body) {
		// given
		String task = this.people.task(this.people.party());

		// when
		HttpResponse<String> answer = this.coordinator.engine(method, "/task/" + task + act, body);

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
		assertUntouched(task);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			POST, /complete,       '{"variables":{"evil":{"value":1}}}'
			POST, /complete,       '{"variables":{},"variables":{"evil":{"value":1}}}'
			POST, /submit-form,    '{"variables":{"evil":{"value":1}}}'
			POST, /bpmnError,      '{"errorCode":"x","variables":{"evil":{"value":1}}}'
			POST, /bpmnEscalation, '{"escalationCode":"x","variables":{"evil":{"value":1}}}'
			POST, /resolve,        '{"variables":{"evil":{"value":1}}}'
			PUT,  /variables/evil, '{"value":1}'
			POST, /localVariables, '{"modifications":{"evil":{"value":1}}}'
			""")
	void notEvenTheSecretariatSendsVariables(String method, String act, String body) {
		// given
		Contact secretary = this.people.secretary();
		String task = this.people.task(this.mine);
		this.tasks.addCandidateGroup(task, Person.SECRETARIAT);

		// when
		HttpResponse<String> answer = this.people.signedIn(secretary).engine(method, "/task/" + task + act, body);

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
		assertUntouched(task);
	}

	@Test
	void coordinatorReachesNeitherCockpitNorAdministration() {
		// when
		int cockpit = this.coordinator.get("/camunda/app/cockpit/default/").statusCode();
		int query = this.coordinator.camunda("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", "{}")
			.statusCode();
		int profile = this.coordinator.engine("DELETE", "/user/anybody", "").statusCode();

		// then
		assertThat(cockpit).isEqualTo(403);
		assertThat(query).isEqualTo(403);
		assertThat(profile).isEqualTo(403);
	}

	private void assertUntouched(String task) {
		assertThat(this.tasks.createTaskQuery().taskId(task).taskUnassigned().list()).singleElement()
			.satisfies((still) -> assertThat(still.getDueDate()).isNull());
		assertThat(this.tasks.getVariables(task)).containsOnlyKeys("group");
	}

}
