package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class ValueGuardTest {

	@Autowired
	private People people;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ProcessEngineConfigurationImpl engine;

	@Test
	void senderDoesNotChooseTheClassOfAValue() {
		// given
		Party party = this.people.party();
		String task = this.people.task(party);
		String instance = this.tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
		Visitor secretary = this.people.signedIn(this.people.secretary());
		secretary.engine("GET", "/task/count", "");

		// when
		HttpResponse<String> answer = secretary.postParts(
				"/camunda/api/engine/engine/default/process-instance/" + instance + "/variables/evil/data",
				"multipart/form-data; boundary=cut", """
						--cut\r
						Content-Disposition: form-data; name="data"; filename="x"\r
						Content-Type: application/json\r
						\r
						{}\r
						--cut\r
						Content-Disposition: form-data; name="type"\r
						Content-Type: text/plain\r
						\r
						java.util.concurrent.ConcurrentHashMap\r
						--cut--\r
						""");

		// then
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(this.runtime.getVariables(instance)).doesNotContainKey("evil");
	}

	/** Behind the door that is closed. */
	@Test
	void theEngineTakesNoClassEither() {
		assertThat(this.engine.isDeserializationTypeValidationEnabled()).isTrue();
		assertThat(this.engine.getDeserializationTypeValidator().validate("java.util.concurrent.ConcurrentHashMap"))
			.isFalse();
	}

}
