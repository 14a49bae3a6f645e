package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the opened cycle to the requests.
 */
@ProcessTest
class CycleProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Cycles cycles;

	@Autowired
	private CycleActs acts;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "Asia/Kolkata, 2031-03-10, 2031-03-10T03:30:00Z", "Europe/Rome, 2031-03-29, 2031-03-29T08:00:00Z",
			"Europe/Rome, 2031-03-30, 2031-03-30T07:00:00Z", "Pacific/Kiritimati, 2031-06-01, 2031-05-31T19:00:00Z" })
	void requestsGoOutAtNineInTheZoneOfTheCycle(String zone, LocalDate request, Instant nine) {
		// when
		CycleName cycle = this.stage
			.open(this.calendars.proposal(zone, request, request.plusDays(30), request.plusDays(60)));
		// then
		assertThat(this.jobs.only(cycle, "boundaryEvent_requestDateReached").getDuedate()).isEqualTo(nine);
		assertThat(task(cycle, "userTask_sendRequests").getDueDate()).isEqualTo(nine);
	}

	@Test
	void requestsGoOutByThemselvesOnTheirDate() {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		assertThat(this.stage.instances("update", cycle + "/%")).isEmpty();
		// when
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
		// then
		assertThat(instance).isWaitingAt("userTask_closeGathering").isNotWaitingAt("userTask_sendRequests");
		assertThat(this.path.of(instance))
			.containsSubsequence("boundaryEvent_requestDateReached", "serviceTask_startUpdates",
					"exclusiveGateway_allUpdatesStarted", "serviceTask_queueRequests", "endEvent_requestsQueued",
					"serviceTask_lookAtUpdates", "exclusiveGateway_allUpdatesSettled")
			.doesNotContain("userTask_sendRequests", "serviceTask_freezeUpdates");
		assertThat(this.stage.instances("update", cycle + "/%")).extracting(ProcessInstance::getBusinessKey)
			.containsExactlyInAnyOrderElementsOf(
					Troupe.INITIATIVES.stream().map((initiative) -> cycle + "/" + initiative).toList());
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.GATHERING);
	}

	@Test
	void requestsGoOutAtOnceWhenTheSecretariatSaysSo() {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.acts.sendRequests(cycle, this.troupe.user("aes"));
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
		// then
		assertThat(this.path.of(instance)).contains("userTask_sendRequests", "endEvent_requestsQueued")
			.doesNotContain("boundaryEvent_requestDateReached");
		assertThat(this.jobs.at(cycle, "boundaryEvent_requestDateReached")).isEmpty();
		assertThat(this.cycles.get(cycle).requestedAt()).isEqualTo(this.stage.now());
	}

	@Test
	void requestsGoOutOnce() {
		// given
		CycleName cycle = this.stage.open();
		this.acts.sendRequests(cycle, this.troupe.user("aes"));
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.acts.sendRequests(cycle, this.troupe.user("aes")))
			.withMessageContaining("have gone out already");
		assertThat(this.jobs.at(cycle, "serviceTask_startUpdates")).hasSize(1);
	}

	@Test
	void everyContactGetsOneMailThatListsAllOfTheirs() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.INITIATIVES.toArray(String[]::new));
		// when
		List<OutgoingMail> mails = this.post.deliver(cycle);
		// then
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"), Troupe.address("inland"));
		assertThat(mails).filteredOn((mail) -> mail.recipient().equals(Troupe.address("harbour")))
			.singleElement()
			.satisfies(
					(mail) -> assertThat(mail.text()).contains("/i/" + cycle + "/A01-I01", "/i/" + cycle + "/A01-I02")
						.doesNotContain("A01-I03", "A02-I02"));
	}

	@Test
	void aMailThatHasBecomeUntrueIsNotSent() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		ProcessInstance mail = this.stage.instance("mail", cycle + "/mail/%");
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "Before the mail had left");
		// when
		List<OutgoingMail> mails = this.post.deliver(cycle);
		// then
		assertThat(mails).isEmpty();
		assertThat(mail).isEnded().hasPassed("endEvent_nothingLeftToSay").hasNotPassed("serviceTask_deliverMail");
	}

	@Test
	void moreThanTwoHundredInitiativesStartInChunks() {
		// given
		CycleName cycle = this.stage.open();
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		add(cycle, 220);
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		// when
		this.jobs.run(cycle, "serviceTask_startUpdates");
		int first = this.stage.instances("update", cycle + "/%").size();
		assertThat(instance).isWaitingAt("serviceTask_startUpdates").hasNotPassed("serviceTask_queueRequests");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		// then
		assertThat(first).isEqualTo(200);
		assertThat(this.stage.instances("update", cycle + "/%")).hasSize(225)
			.extracting(ProcessInstance::getBusinessKey)
			.doesNotHaveDuplicates();
		assertThat(instance).isWaitingAt("serviceTask_queueRequests");
		assertThat(this.path.of(instance)).filteredOn("serviceTask_startUpdates"::equals).hasSize(2);
	}

	@Test
	void anUpdateThatWasStartedIsNotStartedAgain() {
		// given
		CycleName cycle = this.stage.open();
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, asked_at)
				values (:cycle, 'A01-I01', 'requested', now())""").param("cycle", cycle.value()).update();
		// when
		this.jobs.run(cycle, "serviceTask_startUpdates");
		// then
		assertThat(this.stage.instances("update", cycle + "/%")).hasSize(4)
			.extracting(ProcessInstance::getBusinessKey)
			.doesNotContain(cycle + "/A01-I01");
	}

	@Test
	void aStartThatFailsKeepsItsJobAndChangesNothing() {
		// given
		CycleName cycle = this.stage.open();
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.sabotage.breakTable("update_request");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.jobs.run(cycle, "serviceTask_startUpdates"))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.jobs.only(cycle, "serviceTask_startUpdates")).hasRetries(2).hasExceptionMessage();
		assertThat(this.stage.instances("update", cycle + "/%")).isEmpty();
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.OPENED);
		this.sabotage.mend();
		this.jobs.run(cycle, "serviceTask_startUpdates");
		assertThat(this.stage.instances("update", cycle + "/%")).hasSize(5);
	}

	@Test
	void aQueueThatFailsKeepsItsJobAndTellsNobody() {
		// given
		CycleName cycle = this.stage.openWith(Troupe.INITIATIVES);
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.sabotage.breakTable("mail_line");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.jobs.run(cycle, "serviceTask_queueRequests"))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.jobs.only(cycle, "serviceTask_queueRequests")).hasRetries(2);
		assertThat(this.post.deliver(cycle)).isEmpty();
		this.sabotage.mend();
		this.jobs.run(cycle, "serviceTask_queueRequests");
		assertThat(this.post.deliver(cycle)).hasSize(3);
	}

	@Test
	void eachTaskOfTheSecretariatSaysWhatItIsAboutAndWhenItIsDue() {
		// given
		NewCycle proposal = this.calendars.proposal("Europe/Rome", LocalDate.of(2031, 6, 5), LocalDate.of(2031, 9, 15),
				LocalDate.of(2031, 12, 1));
		// when
		CycleName cycle = this.stage.open(proposal);
		// then
		assertThat(this.tasks.createTaskQuery().processInstanceBusinessKeyLike(cycle + "%").list())
			.allSatisfy((task) -> assertThat(task).hasCandidateGroup("aes"))
			.extracting(Task::getName, (task) -> task.getDueDate().toInstant())
			.containsExactlyInAnyOrder(
					tuple("Confirm date and host: ISOM (%s)".formatted(cycle),
							Instant.parse("2031-03-21T22:59:59.999Z")),
					tuple("Confirm date and host: SOM1 (%s)".formatted(cycle),
							Instant.parse("2031-03-31T21:59:59.999Z")),
					tuple("Confirm date and host: SOM2 (%s)".formatted(cycle),
							Instant.parse("2031-12-15T22:59:59.999Z")),
					tuple("Confirm date and host: ASEMME (%s)".formatted(cycle),
							Instant.parse("2031-12-16T22:59:59.999Z")),
					tuple("Send the requests now (%s)".formatted(cycle), Instant.parse("2031-06-05T07:00:00Z")));
	}

	private Task task(CycleName cycle, String key) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(cycle.value())
			.taskDefinitionKey(key)
			.singleResult();
	}

	private void add(CycleName cycle, int initiatives) {
		this.jdbc.sql("""
				insert into cycle_initiative
				    (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
				select :cycle, 'A99-I' || lpad(n::text, 3, '0'), 100 + n, 99, 'More', 'One more', false, 'summary', ''
				from generate_series(1, :initiatives) n""")
			.param("cycle", cycle.value())
			.param("initiatives", initiatives)
			.update();
	}

}
