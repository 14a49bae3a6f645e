package org.asemeducation.stocktake.update.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.TakingBack;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * What is answered in place of an update: reviewed like one, and a proposal for the plan.
 */
@ProcessTest
class AnswerProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	private static final String FIND = "userTask_findCoordinator";

	private static final String PROVIDE = "userTask_provideUpdate";

	private static final String REVISE = "userTask_reviseUpdate";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Answerers answerers;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private TakingBack takingBack;

	@Autowired
	private ProposeForPlan proposing;

	@Autowired
	private PlanProposals proposals;

	@Autowired
	private Revisions revisions;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private PlanChanges changes;

	@Autowired
	private PlanHistory history;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "nothing-to-report", "concluded" })
	void anAnswerIsReviewedLikeAnUpdateAndProposedForThePlanOnceAccepted(String answer) {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		ProcessInstance update = this.stage.update(cycle, ONE);
		// when
		this.answerers.answer(cycle, ONE, "harbour", answer, "The last course was held.");
		// then
		assertThat(update).isWaitingAtExactly("callActivity_review").hasPassed(PROVIDE);
		assertThat(this.revisions.latest(key(cycle, ONE)).orElseThrow().content().toString())
			.isEqualTo("{\"answer\":\"%s\",\"because\":\"The last course was held.\"}".formatted(answer));
		assertThat(proposals(cycle)).isEmpty();
		this.reviewers.accept(cycle, ONE);
		assertThat(update).isEnded().hasPassed("endEvent_updateSettled");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
		assertThat(proposals(cycle)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.kind()).isEqualTo(answer);
			assertThat(proposal.because()).isEqualTo("The last course was held.");
			assertThat(proposal.saidBy()).isEqualTo("harbour");
			assertThat(proposal.settledAt()).isNull();
		});
	}

	@Test
	void whatAnAcceptedUpdateSaysAgainstThePlansRowIsProposedForThePlan() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.coordinators.submit(cycle, ONE, "harbour",
				Coordinators.form("We met").put("planChanges", " It is called Academy now.\nMalta has joined. "));
		this.coordinators.submit(cycle, TWO, "harbour", Coordinators.form("We met, too").put("planChanges", " "));
		// when
		assertThat(proposals(cycle)).isEmpty();
		this.reviewers.accept(cycle, ONE);
		this.reviewers.accept(cycle, TWO);
		// then
		assertThat(proposals(cycle)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.initiative()).isEqualTo(ONE);
			assertThat(proposal.because()).isEqualTo("It is called Academy now.\nMalta has joined.");
			assertThat(proposal.inWords()).isEqualTo("The plan’s own row is no longer true: propose the change.");
			assertThat(proposal.change()).isEqualTo("processStart=changePlan&act=rename&initiative=" + ONE);
		});
		this.proposing.settle(proposals(cycle).get(0).id(), "Renamed", user("aes"));
		assertThat(proposals(cycle)).singleElement()
			.satisfies((proposal) -> assertThat(proposal.settledAs()).isEqualTo("Renamed"));
	}

	@Test
	void whatWasMergedNamesTheOther() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		// when
		this.answerers.merged(cycle, ONE, "harbour", TWO, "The two were one.");
		this.reviewers.accept(cycle, ONE);
		// then
		assertThat(proposals(cycle)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.inWords()).isEqualTo("It was merged into " + TWO + ": propose to merge the two.");
			assertThat(proposal.change())
				.isEqualTo("processStart=changePlan&act=merge&initiative=" + ONE + "&other=" + TWO);
		});
	}

	@Test
	void anAnswerAsksForItsSentenceAndNothingElse() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when, then
		assertThat(fields(cycle, new Answer(null, null, "Done."))).containsExactly("answer");
		assertThat(fields(cycle, new Answer("perhaps", null, "Done."))).containsExactly("answer");
		assertThat(fields(cycle, new Answer("concluded", null, " "))).containsExactly("because");
		assertThat(fields(cycle, new Answer("concluded", null, "TBC"))).containsExactly("because");
		assertThat(fields(cycle, new Answer("not-ours", null, null))).containsExactly("because");
		assertThat(fields(cycle, new Answer("concluded", null, "Long ".repeat(401)))).containsExactly("because");
		assertThat(fields(cycle, new Answer("merged", null, null))).containsExactly("because", "into");
		assertThat(fields(cycle, new Answer("merged", ONE, "One."))).as("into itself").containsExactly("into");
		assertThat(fields(cycle, new Answer("merged", TWO, "One."))).as("not in this cycle").containsExactly("into");
		assertThat(fields(cycle, new Answer("merged", "no id!", "One."))).containsExactly("into");
		assertThat(this.stage.update(cycle, ONE)).isWaitingAtExactly(PROVIDE);
		assertThat(this.revisions.latest(key(cycle, ONE))).isEmpty();
	}

	@Test
	void whoDoesNotCoordinateAnswersNothing() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when, then
		for (String who : List.of("inland", "reviewer", "aes")) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.answerers.answer(cycle, ONE, who, "concluded", "Done."))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
		assertThat(this.stage.update(cycle, ONE)).isWaitingAtExactly(PROVIDE);
	}

	@Test
	void theDraftIsKeptUntilTheAnswerIsAccepted() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		// when
		this.answerers.answer(cycle, ONE, "harbour", "concluded", "It is over.");
		this.reviewers.giveBack(cycle, ONE, "Say a little more, please");
		// then the text is there again, with the answer
		assertThat(this.stage.update(cycle, ONE)).isWaitingAtExactly(REVISE);
		assertThat(draft(cycle)).contains("Half of it").contains("concluded");
		this.answerers.answer(cycle, ONE, "harbour", "concluded", "It is over since May.");
		assertThat(draft(cycle)).contains("Half of it");
		this.reviewers.accept(cycle, ONE);
		assertThat(this.jdbc.sql("select count(*) from draft where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void anAnswerThatIsTakenBackIsThereToBeChangedBesideTheDraft() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.coordinators.save(cycle, ONE, "harbour", "Half of it");
		this.answerers.answer(cycle, ONE, "harbour", "concluded", "It is over.");
		// when
		this.takingBack.takeBack(UpdateKey.of(cycle.value(), ONE), 1, this.troupe.user("harbour"));
		// then
		assertThat(draft(cycle)).contains("Half of it", "concluded", "It is over.");
	}

	@Test
	void whoWritesOnHasLetTheAnswerGo() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.answerers.answer(cycle, ONE, "harbour", "nothing-to-report", "We were few.");
		this.reviewers.giveBack(cycle, ONE, "Something was done, was it not?");
		// when
		this.coordinators.submit(cycle, ONE, "harbour", "We met once");
		this.reviewers.accept(cycle, ONE);
		// then
		assertThat(this.revisions.latest(key(cycle, ONE)).orElseThrow().content().has("answer")).isFalse();
		assertThat(proposals(cycle)).isEmpty();
	}

	@Test
	void aReturnedAnswerThatIsTakenInAfterTheGatheringIsTheAnswer() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.answerers.answer(cycle, ONE, "harbour", "concluded", "It is over.");
		this.reviewers.giveBack(cycle, ONE, "Since when?");
		this.stage.freeze(cycle);
		// when
		this.coordinators.decide(cycle, Map.of(ONE, "take-in"));
		this.reviewers.accept(cycle, ONE);
		// then
		assertThat(proposals(cycle)).extracting(PlanProposal::kind).containsExactly("concluded");
	}

	@Test
	void whatIsNotTheirsGoesToTheSecretariatWhichFindsAnother() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		ProcessInstance update = this.stage.update(cycle, ONE);
		this.extenders.ask(cycle, ONE, "harbour", this.cycles.get(cycle).date(DeadlineKind.DEADLINE).plusDays(3));
		this.post.deliver(cycle);
		// when
		this.answerers.answer(cycle, ONE, "harbour", "not-ours", "We never coordinated it.");
		// then
		assertThat(update).isWaitingAtExactly(FIND).hasPassed("boundaryEvent_givenBackOnProvideUpdate");
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("unstaffed");
		assertThat(this.stage.instances("extendUpdate", cycle + "/" + ONE)).isEmpty();
		assertThat(proposals(cycle)).singleElement()
			.satisfies((proposal) -> assertThat(proposal.inWords())
				.isEqualTo("HU does not coordinate it: correct the plan’s row."));
		assertThat(this.proposals.lastGivenBack(key(cycle, ONE)).orElseThrow().because())
			.isEqualTo("We never coordinated it.");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, "harbour", "After all"));
		assertThat(coordinatorsInThePlan(ONE)).isEmpty();
		assertThat(this.changes.newest(ONE, 1)).singleElement().satisfies((change) -> {
			assertThat(change.reason())
				.isEqualTo("Said in the cycle %s that it is not theirs: We never coordinated it.".formatted(cycle));
			assertThat(change.decidedBy()).isEqualTo(this.troupe.party("HU").name());
			assertThat(change.enteredBy()).isEqualTo(this.troupe.user("harbour"));
		});
		this.coordinators.find(cycle, ONE, "Thailand");
		assertThat(coordinatorsInThePlan(ONE)).containsExactly("Thailand");
		assertThat(this.changes.newest(ONE, 1)).singleElement().satisfies((change) -> {
			assertThat(change.means()).isEqualTo("A01-I01: Thailand coordinates, where nobody coordinated.");
			assertThat(change.reason()).isEqualTo("Nobody coordinated it in the cycle %s.".formatted(cycle));
			assertThat(change.decidedBy()).isEqualTo("secretariat");
		});
		assertThat(update).isWaitingAtExactly(PROVIDE);
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("thailand"));
		this.coordinators.submit(cycle, ONE, "thailand", "Begun");
		this.reviewers.accept(cycle, ONE);
		assertThat(update).isEnded();
		assertThat(this.path.of(update)).containsSubsequence("boundaryEvent_givenBackOnProvideUpdate",
				"exclusiveGateway_coordinatorWanted", FIND, "serviceTask_queueRequest", PROVIDE);
	}

	@Test
	void whatCameBackMayTurnOutNotToBeTheirs() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		ProcessInstance update = this.stage.update(cycle, ONE);
		this.coordinators.submit(cycle, ONE, "harbour", "We met");
		this.reviewers.giveBack(cycle, ONE, "Is this yours?");
		// when
		this.answerers.answer(cycle, ONE, "harbour", "not-ours", "No.");
		// then
		assertThat(update).isWaitingAtExactly(FIND).hasPassed("boundaryEvent_givenBackOnReviseUpdate");
	}

	@Test
	void whatIsNotTheirsStaysWithTheOthersWhoCoordinateIt() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		ProcessInstance update = this.stage.update(cycle, TWO);
		// when
		this.answerers.answer(cycle, TWO, "harbour", "not-ours", "Malta runs it alone.");
		// then
		assertThat(update).isWaitingAtExactly(PROVIDE);
		assertThat(candidates(update)).containsExactly(this.troupe.party("Malta").groupId());
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, TWO, "harbour", "After all"));
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it")).isOne();
		assertThat(proposals(cycle)).extracting(PlanProposal::kind).containsExactly("not-ours");
		assertThat(this.post.deliver(cycle)).filteredOn((mail) -> mail.subject().contains("not coordinated by"))
			.singleElement()
			.satisfies((mail) -> {
				assertThat(mail.recipient()).isEqualTo(Troupe.address("aes"));
				assertThat(mail.text()).contains("Malta runs it alone.", "/desk/plan-proposals", "Malta is asked");
			});
	}

	@Test
	void whereNobodyIsLeftThereIsATaskAndNoMail() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when
		this.answerers.answer(cycle, ONE, "harbour", "not-ours", "We never coordinated it.");
		// then
		assertThat(this.post.deliver(cycle)).noneMatch((mail) -> mail.subject().contains("not coordinated by"));
	}

	@Test
	void theSecretariatNotesWhatWasDoneAboutAProposalOnce() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.answerers.answer(cycle, ONE, "harbour", "concluded", "It is over.");
		this.reviewers.accept(cycle, ONE);
		long id = proposals(cycle).get(0).id();
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.proposing.settle(id, " ", user("aes")));
		this.proposing.settle(id, "Ended with the plan of 2031", user("aes"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.proposing.settle(id, "Again", user("aes")))
			.withMessageContaining("settled already");
		assertThat(proposals(cycle)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.settledAs()).isEqualTo("Ended with the plan of 2031");
			assertThat(proposal.settledBy()).isEqualTo("aes");
		});
	}

	private List<String> fields(CycleName cycle, Answer answer) {
		try {
			this.answerers.answer(cycle, ONE, "harbour", answer);
			return List.of();
		}
		catch (Refused refused) {
			return refused.problems().stream().map(Problem::field).sorted().toList();
		}
	}

	private List<String> coordinatorsInThePlan(String initiative) {
		return this.history.on(new InitiativeId(initiative), this.changes.today())
			.orElseThrow()
			.initiative()
			.coordinators()
			.stream()
			.map(PlanParty::label)
			.toList();
	}

	private List<PlanProposal> proposals(CycleName cycle) {
		return this.proposals.first(Integer.MAX_VALUE)
			.stream()
			.filter((proposal) -> proposal.cycle().equals(cycle.value()))
			.toList();
	}

	private Set<String> candidates(ProcessInstance update) {
		String task = this.tasks.createTaskQuery().processInstanceId(update.getId()).singleResult().getId();
		return this.tasks.getIdentityLinksForTask(task)
			.stream()
			.map(IdentityLink::getGroupId)
			.collect(Collectors.toSet());
	}

	private String draft(CycleName cycle) {
		return this.jdbc.sql("select content::text from draft where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
