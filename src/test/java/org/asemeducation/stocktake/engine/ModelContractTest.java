package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.asemeducation.stocktake.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The models in {@code bpmn/} keep what they promise; each kind of broken promise is
 * found, in the file and at the element where it is.
 */
@ProcessTest
class ModelContractTest {

	private static final String CYCLE = "bpmn/cycle.bpmn";

	private static final String UPDATE = "bpmn/update.bpmn";

	private static final String MAIL = "bpmn/mail.bpmn";

	private static final String REPORT = "bpmn/report.bpmn";

	@Autowired
	private ModelContract contract;

	@Autowired
	private BeanFactory beans;

	@Autowired
	private TaskRules rules;

	@Test
	void theModelsHaveNoBreach() {
		// given
		Map<String, Resource> resources = ModelDeployment.resources();
		// then
		assertThat(resources.keySet()).filteredOn((name) -> name.endsWith(".bpmn")).hasSizeGreaterThanOrEqualTo(8);
		assertThat(this.contract.breaches(resources)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aBrokenPromiseIsFound(String what, String file, String written, String mutated, String element,
			String sentence) throws IOException {
		// when
		List<String> breaches = this.contract.breaches(withMutant(file, written, mutated));
		// then
		assertThat(breaches).anySatisfy((breach) -> assertThat(breach).contains(file, element, sentence));
	}

	static Stream<Arguments> aBrokenPromiseIsFound() {
		String start = "serviceTask_startUpdates";
		String bean = "camunda:delegateExpression=\"${startUpdates}\"";
		String guard = "<camunda:taskListener event=\"complete\" delegateExpression=\"${requireSavedRow}\" />";
		return Stream.of(
				Arguments.of("unknown bean", CYCLE, "\"${startUpdates}\"", "\"${startUpdate}\"", start,
						"no JavaDelegate of that name"),
				Arguments.of("bean that is no step", CYCLE, "\"${startUpdates}\"", "\"${nameTask}\"", start,
						"no JavaDelegate of that name"),
				Arguments.of("renamed step", CYCLE, "name=\"Start updates\"", "name=\"Begin updates\"", start,
						"the same words"),
				Arguments.of("renamed user task", UPDATE, "name=\"Provide update\"", "name=\"Write report\"",
						"userTask_provideUpdate", "does not say its label"),
				Arguments.of("renamed event", UPDATE, "name=\"No update received\"", "name=\"Over\"",
						"endEvent_noUpdateReceived", "does not say its label"),
				Arguments.of("event without label", UPDATE, "name=\"Update settled\"", "", "endEvent_updateSettled",
						"has no label"),
				Arguments.of("missing form", UPDATE, "bpmn/forms/update.html", "bpmn/forms/updates.html",
						"userTask_provideUpdate", "is not deployed with it"),
				Arguments.of("task without form", UPDATE,
						" camunda:formKey=\"embedded:deployment:bpmn/forms/find-coordinator.html\"", "",
						"userTask_findCoordinator", "is not deployed with it"),
				Arguments.of("missing start form", "bpmn/desk/open-cycle.bpmn", "forms/open-cycle.html",
						"forms/open.html", "startEvent_calendarProposed", "is not deployed with it"),
				Arguments.of("form of another application", UPDATE, "embedded:deployment:bpmn/forms/find-coordinator",
						"embedded:app:bpmn/forms/find-coordinator", "userTask_findCoordinator",
						"is not deployed with it"),
				Arguments.of("unknown called process", CYCLE, "calledElement=\"endorsement\"",
						"calledElement=\"endorse\"", "callActivity_endorsement", "which is no model"),
				Arguments.of("call without business key", UPDATE,
						"<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", "", "callActivity_review",
						"does not hand on the business key"),
				Arguments.of("call about a part under another name", CYCLE, "id=\"callActivity_som1\" name=\"SOM1\"",
						"id=\"callActivity_som1\" name=\"First meeting\"", "callActivity_som1",
						"is labelled \"First meeting\", but is about SOM1"),
				Arguments.of("call about another part than its id says", CYCLE, "processBusinessKey}/SOM1",
						"processBusinessKey}/SOM2", "callActivity_som1", "should bear the name of som2"),
				Arguments.of("call about a part that is computed", CYCLE, "processBusinessKey}/SOM1",
						"processBusinessKey}/${meeting}", "callActivity_som1", "does not hand on the business key"),
				Arguments.of("unknown process", REPORT, "id=\"report\"", "id=\"reporting\"", "reporting",
						"is a process that the code does not know"),
				Arguments.of("process of another name than its file", REPORT, "id=\"report\"", "id=\"review\"",
						"review", "should bear the name of its file"),
				Arguments.of("generated id of a task", UPDATE, "userTask_provideUpdate", "Activity_0x3k9fz",
						"Activity_0x3k9fz", "nobody wrote"),
				Arguments.of("generated id of a flow", UPDATE, "flow_coordinatorKnownNo", "Flow_1b2c3d4",
						"Flow_1b2c3d4", "nobody wrote"),
				Arguments.of("id of another type", UPDATE, "userTask_reviseUpdate", "task_reviseUpdate",
						"task_reviseUpdate", "should begin with userTask_"),
				Arguments.of("script task", REPORT, "<bpmn:startEvent id=\"startEvent_updatesFrozen\"",
						"<bpmn:scriptTask id=\"scriptTask_compute\" name=\"Compute\" scriptFormat=\"javascript\">"
								+ "<bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask><bpmn:startEvent id=\"startEvent_updatesFrozen\"",
						"scriptTask_compute", "holds a script"),
				Arguments.of("script in a listener", UPDATE,
						"<camunda:taskListener event=\"create\" delegateExpression=\"${nameTask}\" />",
						"<camunda:taskListener event=\"create\" delegateExpression=\"${nameTask}\" />"
								+ "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1"
								+ "</camunda:script></camunda:taskListener>",
						"userTask_findCoordinator", "holds a script"),
				Arguments.of("class", CYCLE, bean, "camunda:class=\"org.example.Start\"", start,
						"camunda:class=\"org.example.Start\""),
				Arguments.of("expression in place of a bean", CYCLE, bean, "camunda:expression=\"${startUpdates}\"",
						start, "camunda:expression"),
				Arguments.of("external task", CYCLE, bean, "camunda:type=\"external\" camunda:topic=\"start\"", start,
						"camunda:topic"),
				Arguments.of("class of a listener", UPDATE, guard,
						"<camunda:taskListener event=\"complete\" class=\"org.example.Look\" />",
						"userTask_findCoordinator", "class=\"org.example.Look\""),
				Arguments.of("condition with a method call", UPDATE, ">${coordinatorKnown}<",
						">${coordinatorKnown.booleanValue()}<", "flow_coordinatorKnownYes", "read one variable"),
				Arguments.of("condition with a comparison", UPDATE, ">${coordinatorKnown}<",
						">${coordinatorKnown == true}<", "flow_coordinatorKnownYes", "read one variable"),
				Arguments.of("method call in a timer", CYCLE, "${requestAt}", "${requestAt.toString()}",
						"timerEventDefinition_requestAt", "read one variable"),
				Arguments.of("gateway without default", UPDATE, " default=\"flow_coordinatorKnownNo\"", "",
						"exclusiveGateway_coordinatorKnown", "has no default way out"),
				Arguments.of("default with a condition", UPDATE, "default=\"flow_coordinatorKnownNo\"",
						"default=\"flow_coordinatorKnownYes\"", "flow_coordinatorKnownYes", "needs no condition"),
				Arguments.of("unlabelled way out", UPDATE, "id=\"flow_coordinatorKnownNo\" name=\"no\"",
						"id=\"flow_coordinatorKnownNo\"", "flow_coordinatorKnownNo", "without a label"),
				Arguments.of("gateway that asks nothing", UPDATE, "name=\"Coordinator known?\"",
						"name=\"Coordinator known\"", "exclusiveGateway_coordinatorKnown", "asks no question"),
				Arguments.of("missing historyTimeToLive", CYCLE, " camunda:historyTimeToLive=\"P3650D\"", "", "cycle",
						"write historyTimeToLive=\"P3650D\""),
				Arguments.of("mails remembered for a year", MAIL, "\"P90D\"", "\"P365D\"", "mail",
						"write historyTimeToLive=\"P90D\""),
				Arguments.of("hourly runs remembered for a month", "bpmn/reminder.bpmn", "\"P7D\"", "\"P30D\"",
						"reminder", "write historyTimeToLive=\"P7D\""),
				Arguments.of("a cycle forgotten in its second year", CYCLE, "\"P3650D\"", "\"P365D\"", "cycle",
						"write historyTimeToLive=\"P3650D\""),
				Arguments.of("repeating timer", MAIL,
						"<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${bundledAt}</bpmn:timeDate>",
						"<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/P1D</bpmn:timeCycle>",
						"intermediateCatchEvent_bundlingTimeOver", "write a cron expression"),
				Arguments.of("task that no stage knows", UPDATE, "userTask_reviseUpdate", "userTask_revise",
						"userTask_revise", "has no stage that speaks for it"),
				Arguments.of("task without guard", UPDATE, guard, "", "userTask_findCoordinator",
						"lacks the listener requireSavedRow on complete"),
				Arguments.of("guard on another event", UPDATE, guard, guard.replace("complete", "update"),
						"userTask_findCoordinator", "lacks the listener requireSavedRow on complete"),
				Arguments.of("message that nobody sends", UPDATE, "name=\"GatheringClosed\"", "name=\"GatheringEnded\"",
						"boundaryEvent_gatheringClosedOnProvideUpdate", "waits for the message GatheringEnded"));
	}

	@Test
	void aCronExpressionMayRepeat() throws IOException {
		// when
		List<String> breaches = this.contract.breaches(
				withMutant(MAIL, "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${bundledAt}</bpmn:timeDate>",
						"<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">0 0 9 * * ?</bpmn:timeCycle>"));
		// then
		assertThat(breaches).isEmpty();
	}

	@Test
	void aModelThatTheCodeDoesNotKnowIsFound() throws IOException {
		// given
		Map<String, Resource> resources = ModelDeployment.resources();
		resources.remove(REPORT);
		// then
		assertThat(this.contract.breaches(resources))
			.anySatisfy((breach) -> assertThat(breach).contains("[report]", "has no model"))
			.anySatisfy((breach) -> assertThat(breach).contains(CYCLE, "callActivity_report", "which is no model"));
	}

	@Test
	void aMessageThatNoModelWaitsForIsFound() {
		// given
		ModelContract other = new ModelContract(this.beans, this.rules,
				List.of(() -> Set.of("GatheringClosed", "AllUpdatesSettled", "HostNamed", "MeetingPostponedOrDropped",
						"ContactRemoved", "NothingToExtend", "NothingToHandOver", "NothingToEscalate",
						"UpdateTakenBack", "GivenBack", "RoundOpened", "RoundReopened", "RoundCalledOff",
						"ReportEdited", "ChapterWithdrawn", "ReportSealed", "ObjectionMade", "RoundChanged",
						"NoObjectionCalledOff", "ContributionsClosed", "ContributionTakenBack", "ContributionDropped",
						"ProposalCorrected", "ProposalWithdrawn", "NobodyListens")));
		// then
		assertThat(other.breaches(ModelDeployment.resources()))
			.containsExactly("the code sends [NobodyListens], but no model waits for it");
	}

	private static Map<String, Resource> withMutant(String file, String written, String mutated) throws IOException {
		TreeMap<String, Resource> resources = ModelDeployment.resources();
		String model = resources.get(file).getContentAsString(StandardCharsets.UTF_8);
		assertThat(model).contains(written);
		resources.put(file, new ByteArrayResource(model.replace(written, mutated).getBytes(StandardCharsets.UTF_8)));
		return resources;
	}

}
