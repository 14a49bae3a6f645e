package org.asemeducation.stocktake.update.completion;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.asemeducation.stocktake.cycle.completion.CompletionOpening;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.plan.ForeseenLoad;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.Plans;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A draft of a plan goes round and becomes a new version.
 */
@ProcessTest
class CompletionProcessTest {

	@Autowired
	private CompletionOpening opening;

	@Autowired
	private Completions completions;

	@Autowired
	private PlanCompletion completion;

	@Autowired
	private CompletedPlans completed;

	@Autowired
	private BroughtPlans plans;

	@Autowired
	private Plans inForce;

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private PostOffice postOffice;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void eachPartyIsAskedOnceAboutEachInitiativeAndNobodyHasAPartInThePlanInForce() {
		// given
		ActionPlan before = this.inForce.current();
		// when
		CycleName cycle = open();
		// then
		List<AskedPlaceholder> asked = this.completions.placeholders(cycle);
		assertThat(asked).extracting(AskedPlaceholder::words)
			.containsExactly("Exchange of x pairs of students", "To be completed by HU", "To be completed by HU",
					"To be discussed with II", "To be discussed with the poster makers");
		String first = asked.get(0).initiative().value();
		assertThat(first).matches("C\\d+-D01-I01");
		assertThat(asked).extracting((it) -> it.initiative().value())
			.containsExactly(first, first, first, first + "-2", first.replace("I01", "I02"));
		assertThat(this.register.coordinatorGroups(first)).containsExactly(this.troupe.party("HU").groupId());
		assertThat(this.register.coordinatorGroups(first + "-2")).containsExactly(this.troupe.party("II").groupId());
		assertThat(this.inForce.current()).isEqualTo(before);
		assertThat(this.cycles.get(cycle).kind()).isEqualTo(Cycle.Kind.COMPLETION);
		assertThat(this.stage.instance("completion", cycle)).isWaitingAt("userTask_sendRequests");
		assertThat(this.stage.instances("cycle", cycle)).isEmpty();
		assertThat(this.stage.instances("meeting", cycle + "/%")).isEmpty();
	}

	@Test
	void wordsThatWereAcceptedStandInTheNewVersionAndWhatIsOpenStays() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		String fellowships = request(cycle, 0);
		String posters = request(cycle, 4);
		assertThat(this.stage.update(cycle, posters)).isWaitingAt("userTask_findCoordinator");
		this.coordinators.submit(cycle, fellowships, "harbour", TestRounds.words("replaced",
				"Exchange of 60 pairs a year\nA call each spring", "left-out", "", "stays", "Ask us in May"));
		this.reviewers.accept(cycle, fellowships);
		this.coordinators.submit(cycle, request(cycle, 3), "inland", TestRounds.words("replaced", "Balance"));
		// when
		this.stage.freeze(cycle);
		// then
		ProcessInstance round = this.stage.instance("completion", cycle);
		assertThat(round).isWaitingAtExactly("userTask_completePlan");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> complete(cycle))
			.withMessageContaining("one answer is not settled");
		this.reviewers.accept(cycle, request(cycle, 3));
		assertThatThrownBy(() -> this.tasks
			.complete(this.tasks.createTaskQuery().processInstanceId(round.getId()).singleResult().getId()))
			.hasStackTraceContaining("the plan has no new version yet");
		// when
		complete(cycle);
		// then
		assertThat(round).isEnded();
		assertThat(this.path.of(round))
			.containsSubsequence("exclusiveGateway_draftsLeft", "userTask_completePlan", "endEvent_planCompleted")
			.doesNotContain("userTask_decideDrafts");
		CompletedPlans.CompletedPlan made = this.completed.find(cycle).orElseThrow();
		assertThat(List.of(made.filled(), made.leftOut(), made.stayOpen())).containsExactly(2, 1, 2);
		ActionPlan plan = this.plans.read("new", made.plan());
		Initiative now = plan.initiatives().get(0);
		assertThat(now.milestones()).containsExactly("Exchange of 60 pairs a year", "A call each spring",
				"Organise alumni meetings");
		assertThat(now.outcomes()).containsExactly("To be completed by HU", "Balance");
		assertThat(plan.initiatives().get(1).milestones()).containsExactly("To be discussed with the poster makers");
		assertThat(plan.document().version()).isEqualTo("draft, completed");
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.COMPLETED);
		assertThat(this.inForce.current().document().title()).isNotEqualTo("A plan to complete");
	}

	@Test
	void theRequestQuotesThePlaceholdersAndSpeaksOfNoUpdate() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		// when
		OutgoingMail mail = this.postOffice.deliver(cycle)
			.stream()
			.filter((it) -> it.recipient().equals(Troupe.address("harbour")))
			.findFirst()
			.orElseThrow();
		// then
		assertThat(mail.subject()).startsWith(cycle + ": please write words for the plan by ");
		assertThat(mail.text()).contains("Activities and milestones, line 1: \"Exchange of x pairs of students\"",
				"Expected outcomes by 2030, line 1: \"To be completed by HU\"", "/i/" + cycle + "/" + request(cycle, 0))
			.doesNotContain("To be discussed with II", "no update received", "Stocktaking Report");
	}

	@Test
	void wordsThatComeBackAreAskedForAgainInWordsOfTheirOwn() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		this.postOffice.deliver(cycle);
		String balance = request(cycle, 3);
		this.coordinators.submit(cycle, balance, "inland", TestRounds.words("replaced", "Balance"));
		// when
		this.reviewers.giveBack(cycle, balance, "words", "How much?");
		// then
		OutgoingMail mail = this.postOffice.deliver(cycle).get(0);
		assertThat(mail.recipient()).isEqualTo(Troupe.address("inland"));
		assertThat(mail.subject()).contains("please revise your words for the plan on " + balance);
		assertThat(mail.text()).contains("Words for the plan", "How much?").doesNotContain("report");
		this.coordinators.submit(cycle, balance, "inland", TestRounds.words("replaced", "Balance by half"));
		assertThat(this.coordinators.standing(cycle, balance)).isEqualTo("in-review");
	}

	@Test
	void aPlaceholderIsNotAnsweredByAnother() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		String balance = request(cycle, 3);
		// when, then
		for (ObjectNode words : List.of(TestRounds.words("replaced", "TBC"), TestRounds.words("replaced", " "),
				TestRounds.words("", "Balance"))) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.coordinators.submit(cycle, balance, "inland", words))
				.satisfies((refused) -> assertThat(refused.problems()).singleElement()
					.satisfies((problem) -> assertThat(problem.field()).startsWith("words.0.")));
		}
		assertThat(this.coordinators.standing(cycle, balance)).isEqualTo("requested");
	}

	@Test
	void draftsThatWereLeftAreDecidedOnFirst() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		this.coordinators.save(cycle, request(cycle, 3), "inland", TestRounds.words("replaced", "Balance"));
		this.stage.freeze(cycle);
		ProcessInstance round = this.stage.instance("completion", cycle);
		assertThat(round).isWaitingAtExactly("userTask_decideDrafts");
		// when
		this.coordinators.decide(cycle, Map.of(request(cycle, 3), "leave-out"));
		// then
		assertThat(round).isWaitingAtExactly("userTask_completePlan");
		complete(cycle);
		assertThat(this.completed.find(cycle).orElseThrow().stayOpen()).isEqualTo(5);
	}

	@Test
	void theRoundIsOverWhenTheLastAnswerIsSettled() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		this.coordinators.find(cycle, request(cycle, 4), "II");
		// when
		for (int one : List.of(0, 3, 4)) {
			String request = request(cycle, one);
			this.coordinators.submit(cycle, request, (one == 0) ? "harbour" : "inland",
					(one == 0) ? TestRounds.words("stays", "", "stays", "", "stays", "")
							: TestRounds.words("replaced", "So it is"));
			this.reviewers.accept(cycle, request);
		}
		this.stage.freezeOn(cycle);
		// then
		assertThat(this.stage.instance("completion", cycle)).isWaitingAtExactly("userTask_completePlan");
	}

	@Test
	void theNewVersionComesIntoForceWhereTheSecretariatSaysSo() {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		this.coordinators.submit(cycle, request(cycle, 3), "inland", TestRounds.words("replaced", "Balance"));
		this.reviewers.accept(cycle, request(cycle, 3));
		this.stage.freeze(cycle);
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly(); // the plan of all other tests is put back
			// when
			this.completion.complete(cycle, new PlanCompletion.NewVersion("draft 2", "2021-09", true, "It is complete.",
					"SOM2", this.completion.foreseen(cycle).seen()), this.troupe.user("aes"));
			// then
			assertThat(this.jdbc.sql("select version from plan_document").query(String.class).single())
				.isEqualTo("draft 2");
			assertThat(this.jdbc.sql("select text from expected_outcome where initiative = 'D01-I01' order by position")
				.query(String.class)
				.list()).containsExactly("To be completed by HU", "Balance");
			assertThat(this.jdbc.sql("select decided_by from plan_change order by id desc limit 1")
				.query(String.class)
				.single()).isEqualTo("SOM2");
		});
	}

	@Test
	void whatItWouldChangeIsSeenBeforeAndNoOtherPlanIsReplaced(@Autowired DecidedChanges decided) {
		// given
		CycleName cycle = open();
		this.stage.gather(cycle);
		this.coordinators.submit(cycle, request(cycle, 3), "inland", TestRounds.words("replaced", "Balance"));
		this.reviewers.accept(cycle, request(cycle, 3));
		this.stage.freeze(cycle);
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly(); // the plan of all other tests is put back
			// when
			ForeseenLoad foreseen = this.completion.foreseen(cycle);
			// then
			assertThat(foreseen.inWords()).isEqualTo("2 initiatives added, 0 changed, 0 left alone, 5 ended");
			assertThat(foreseen.changes().get(0).initiatives()).extracting(ForeseenLoad.Row::title)
				.containsExactly("D01-I01 Fellowships", "D01-I02 Posters");
			assertThat(foreseen.changes().get(2).initiatives()).extracting(ForeseenLoad.Row::title)
				.contains("A01-I01 One coordinator");
			// when
			decided
				.make(new ChangeForm("rename", "A01-I01", null, "A school by the harbour", null, null, null, null, null,
						null, LocalDate.ofInstant(this.stage.now(), ZoneOffset.UTC).toString(), "It was decided", null),
						this.troupe.user("aes"));
			// then
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> putInForce(cycle, foreseen.seen()))
				.withMessageContaining("was changed meanwhile")
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> putInForce(cycle, null))
				.withMessageContaining("that was not looked at");
		});
	}

	@Test
	void theRequestsCanBeSentAndTheGatheringClosedByHand() {
		CycleName cycle = open();
		assertThat(this.jobs.at(cycle, "boundaryEvent_requestDateReached")).hasSize(1);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> complete(cycle)).withMessageContaining("is not over");
	}

	@Test
	void anUnknownPartyAndAPlanWithoutPlaceholdersAreRefused() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> open(TestRounds.PLAN, Map.of(1, "The Moon")))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly("asked.1"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> open(TestRounds.PLAN.replaceAll("To be[^],]*|Exchange of x[^,]*", "Said"), Map.of()))
			.withMessageContaining("no line of the plan waits");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> open("actions: 7", Map.of()))
			.withMessageContaining("The round is not opened");
	}

	private void complete(CycleName cycle) {
		this.completion.complete(cycle,
				new PlanCompletion.NewVersion("draft, completed", "2021-09", false, null, null, null),
				this.troupe.user("aes"));
	}

	private void putInForce(CycleName cycle, @Nullable Long seen) {
		this.completion.complete(cycle,
				new PlanCompletion.NewVersion("draft 2", "2021-09", true, "It is complete.", "SOM2", seen),
				this.troupe.user("aes"));
	}

	private String request(CycleName cycle, int placeholder) {
		return this.completions.placeholders(cycle).get(placeholder).initiative().value();
	}

	private CycleName open() {
		return open(TestRounds.PLAN, Map.of(1, "HU", 2, "HU", 3, "HU", 4, "II"));
	}

	private CycleName open(String plan, Map<Integer, String> asked) {
		return TestRounds.open(this.opening, this.stage, this.troupe.user("aes"), plan, asked);
	}

}
