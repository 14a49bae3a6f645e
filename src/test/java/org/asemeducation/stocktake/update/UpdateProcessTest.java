package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.HOST_ONLY;
import static org.asemeducation.stocktake.Troupe.NOBODY;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@ProcessTest
class UpdateProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String FIND = "userTask_findCoordinator";

	private static final String PROVIDE = "userTask_provideUpdate";

	private static final String REVISE = "userTask_reviseUpdate";

	private static final String REVIEW = "callActivity_review";

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
	private Reviewers reviewers;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Revisions revisions;

	@Autowired
	private TaskService tasks;

	@ParameterizedTest
	@CsvSource({ ONE_COORDINATOR + ", HU", TWO_COORDINATORS + ", HU Malta", SUPPORTED + ", II" })
	void aKnownCoordinatorIsAskedAndNobodyElse(String initiative, String parties) {
		// when
		CycleName cycle = this.stage.gathering(initiative);
		// then
		ProcessInstance update = this.stage.update(cycle, initiative);
		assertThat(update).isWaitingAtExactly(PROVIDE)
			.hasPassed("exclusiveGateway_coordinatorKnown", "exclusiveGateway_coordinatorAsked")
			.hasNotPassed(FIND, "serviceTask_queueRequest");
		assertThat(candidates(update)).containsExactlyInAnyOrderElementsOf(
				List.of(parties.split(" ")).stream().map((party) -> this.troupe.party(party).groupId()).toList());
		assertThat(update).task().isNotAssigned();
	}

	@ParameterizedTest
	@CsvSource({ NOBODY, HOST_ONLY })
	void withoutCoordinatorTheSecretariatFindsOne(String initiative) {
		// when
		CycleName cycle = this.stage.gathering(initiative);
		// then
		ProcessInstance update = this.stage.update(cycle, initiative);
		assertThat(update).isWaitingAtExactly(FIND).hasNotPassed("serviceTask_queueRequest", PROVIDE);
		assertThat(candidates(update)).containsExactly("aes");
		assertThat(this.coordinators.standing(cycle, initiative)).isEqualTo("unstaffed");
	}

	@Test
	void aFoundCoordinatorIsAskedByMailAndWrites() {
		// given
		CycleName cycle = this.stage.gathering(NOBODY);
		this.post.deliver(cycle);
		// when
		this.coordinators.find(cycle, NOBODY, "Thailand");
		// then
		ProcessInstance update = this.stage.update(cycle, NOBODY);
		assertThat(update).hasPassed(FIND, "serviceTask_queueRequest").isWaitingAtExactly(PROVIDE);
		assertThat(candidates(update)).containsExactly(this.troupe.party("Thailand").groupId());
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("thailand"));
			assertThat(mail.text()).contains("/i/%s/%s".formatted(cycle, NOBODY));
		});
		assertThat(this.coordinators.submit(cycle, NOBODY, "thailand", "Begun")).isEqualTo(1);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.coordinators.find(cycle, NOBODY, "HU"))
			.withMessageContaining("has a coordinator already");
	}

	@Test
	void aHostWhoIsFoundAsCoordinatorIsAskedThen() {
		// given
		CycleName cycle = this.stage.gathering(HOST_ONLY);
		this.post.deliver(cycle);
		// when
		this.coordinators.find(cycle, HOST_ONLY, "Malta");
		// then
		assertThat(this.post.deliver(cycle)).extracting(OutgoingMail::recipient)
			.containsExactly(Troupe.address("malta"));
		assertThat(candidates(this.stage.update(cycle, HOST_ONLY)))
			.containsExactly(this.troupe.party("Malta").groupId());
	}

	@Test
	void anAcceptedUpdateIsSettled() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "All done");
		assertThat(update).isWaitingAtExactly(REVIEW).hasPassed(PROVIDE);
		// when
		this.reviewers.accept(cycle, ONE_COORDINATOR);
		// then
		assertThat(update).isEnded();
		assertThat(this.path.of(update)).containsExactly("startEvent_updateRequested",
				"exclusiveGateway_coordinatorKnown", "exclusiveGateway_coordinatorAsked", PROVIDE,
				"exclusiveGateway_readyForReview", REVIEW, "exclusiveGateway_updateAccepted",
				"serviceTask_settleUpdate", "endEvent_updateSettled");
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("accepted");
		assertThat(this.drafts.find(key(cycle))).isEmpty();
	}

	@Test
	void aReturnedUpdateComesRoundAgain() {
		// given
		CycleName cycle = this.stage.gathering(TWO_COORDINATORS);
		ProcessInstance update = this.stage.update(cycle, TWO_COORDINATORS);
		this.post.deliver(cycle);
		this.coordinators.submit(cycle, TWO_COORDINATORS, "harbour", "In some years");
		// when
		this.reviewers.giveBack(cycle, TWO_COORDINATORS, "Which years?");
		// then
		UpdateKey key = UpdateKey.of(cycle.value(), TWO_COORDINATORS);
		assertThat(update).isWaitingAtExactly(REVISE)
			.hasPassed(REVIEW, "exclusiveGateway_updateAccepted")
			.hasNotPassed("serviceTask_settleUpdate");
		assertThat(candidates(update)).containsExactlyInAnyOrder(this.troupe.party("HU").groupId(),
				this.troupe.party("Malta").groupId());
		assertThat(update).task().isNotAssigned();
		assertThat(this.drafts.find(key)).get()
			.satisfies((draft) -> assertThat(draft.content().path("progress").asText()).isEqualTo("In some years"));
		this.coordinators.save(cycle, TWO_COORDINATORS, "malta", "In 2029 and 2030");
		this.coordinators.submit(cycle, TWO_COORDINATORS, "harbour", "In 2029 and 2030");
		assertThat(update).isWaitingAtExactly(REVIEW);
		this.reviewers.accept(cycle, TWO_COORDINATORS);
		assertThat(update).isEnded().hasPassed("endEvent_updateSettled").hasNotPassed("endEvent_noUpdateReceived");
		assertThat(this.path.of(update)).containsSubsequence(PROVIDE, REVIEW, REVISE, REVIEW,
				"serviceTask_settleUpdate");
		assertThat(this.revisions.latest(key)).get().satisfies((revision) -> {
			assertThat(revision.number()).isEqualTo(2);
			assertThat(revision.content().path("progress").asText()).isEqualTo("In 2029 and 2030");
			assertThat(revision.submittedBy()).isEqualTo(this.troupe.user("harbour"));
		});
	}

	@Test
	void aReturnedUpdateIsToldToItsCoordinatorsAtOnce() {
		// given
		CycleName cycle = this.stage.gathering(SUPPORTED);
		this.post.deliver(cycle);
		this.coordinators.submit(cycle, SUPPORTED, "inland", "In some years");
		// when
		this.reviewers.giveBack(cycle, SUPPORTED, "Which years?");
		// then
		assertThat(this.jobs.only(cycle, "intermediateCatchEvent_bundlingTimeOver").getDuedate())
			.isEqualTo(this.stage.now());
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("inland"));
			assertThat(mail.text()).contains("Which years?");
		});
	}

	@Test
	void anUpdateMayComeBackMoreThanOnce() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		// when
		for (int round = 1; round <= 3; round++) {
			this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Attempt " + round);
			this.reviewers.giveBack(cycle, ONE_COORDINATOR, "Again " + round);
		}
		// then
		assertThat(update).isWaitingAtExactly(REVISE);
		assertThat(this.path.of(update)).filteredOn(REVIEW::equals).hasSize(3);
		assertThat(this.revisions.latest(key(cycle)).orElseThrow().number()).isEqualTo(3);
	}

	@Test
	void theEndOfGatheringSettlesWhatNobodyCoordinates() {
		// given
		CycleName cycle = this.stage.gathering(NOBODY);
		ProcessInstance update = this.stage.update(cycle, NOBODY);
		// when
		this.stage.freeze(cycle);
		// then
		assertSettledWithoutUpdate(update, "boundaryEvent_gatheringClosedOnFindCoordinator", FIND);
		assertThat(this.coordinators.standing(cycle, NOBODY)).isEqualTo("no-update-received");
	}

	@Test
	void theEndOfGatheringSettlesWhatNobodyWrote() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		// when
		this.stage.freeze(cycle);
		// then
		assertSettledWithoutUpdate(update, "boundaryEvent_gatheringClosedOnProvideUpdate", PROVIDE);
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("no-update-received");
	}

	@Test
	void aDraftLeftOutIsSettledAsNotSubmitted() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.stage.freeze(cycle);
		assertThat(update).isWaitingAtExactly(PROVIDE);
		// when
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "leave-out"));
		// then
		assertSettledWithoutUpdate(update, "boundaryEvent_gatheringClosedOnProvideUpdate", PROVIDE);
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("draft-not-submitted");
		assertThat(this.revisions.latest(key(cycle))).isEmpty();
	}

	@Test
	void aReturnedUpdateLeftOutIsSettledWithoutUpdate() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "In some years");
		this.reviewers.giveBack(cycle, ONE_COORDINATOR, "Which years?");
		this.stage.freeze(cycle);
		assertThat(update).isWaitingAtExactly(REVISE);
		// when
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "leave-out"));
		// then
		assertSettledWithoutUpdate(update, "boundaryEvent_gatheringClosedOnReviseUpdate", REVISE);
	}

	@Test
	void aDraftTakenInGoesToReviewAndIsAccepted() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.coordinators.save(cycle, SUPPORTED, "inland", "A quarter");
		this.stage.freeze(cycle);
		// when
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "take-in", SUPPORTED, "leave-out"));
		// then
		assertThat(update).isWaitingAtExactly(REVIEW).hasPassed(PROVIDE);
		assertThat(this.revisions.latest(key(cycle)).orElseThrow().content().path("progress").asText())
			.isEqualTo("Half of it");
		this.reviewers.accept(cycle, ONE_COORDINATOR);
		assertThat(update).isEnded().hasPassed("endEvent_updateSettled");
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("accepted");
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("draft-not-submitted");
	}

	@Test
	void anUpdateUnderReviewOutlastsTheEndOfGathering() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "All done");
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(update).isWaitingAtExactly(REVIEW);
		assertThat(this.stage.instance("cycle", cycle)).isNotWaitingAt("userTask_decideDrafts");
		this.reviewers.accept(cycle, ONE_COORDINATOR);
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("accepted");
	}

	@Test
	void aSubmissionThatFailsChangesNothing() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.sabotage.breakTable("revision");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "All of it"))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAtExactly(PROVIDE);
		assertThat(this.drafts.find(key(cycle)).orElseThrow().content().path("progress").asText())
			.isEqualTo("Half of it");
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("requested");
	}

	@Test
	void aRequestThatCannotBeQueuedLeavesTheCoordinatorToBeFound() {
		// given
		CycleName cycle = this.stage.gathering(NOBODY);
		this.sabotage.breakTable("mail");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.coordinators.find(cycle, NOBODY, "Thailand"));
		// then
		assertThat(this.stage.update(cycle, NOBODY)).isWaitingAtExactly(FIND);
		assertThat(this.coordinators.standing(cycle, NOBODY)).isEqualTo("unstaffed");
		assertThat(this.troupe.coordinates("Thailand", NOBODY)).isFalse();
	}

	@Test
	void eachTaskSaysWhichInitiativeAndByWhen() {
		// given
		CycleName cycle = this.stage.open(this.calendars.proposal("Europe/Rome", LocalDate.of(2061, 6, 5),
				LocalDate.of(2061, 9, 15), LocalDate.of(2061, 12, 1)));
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		// when
		this.coordinators.submit(cycle, SUPPORTED, "inland", "In some years");
		this.reviewers.giveBack(cycle, SUPPORTED, "Which years?");
		// then
		assertFace(cycle, NOBODY, "Find a coordinator: A01-I03 Nobody yet", "2061-09-15T21:59:59.999Z");
		assertFace(cycle, ONE_COORDINATOR, "Provide update: A01-I01 One coordinator", "2061-09-15T21:59:59.999Z");
		assertFace(cycle, SUPPORTED, "Revise update: A02-I02 A coordinator with support",
				LocalDate.ofInstant(this.stage.now(), ROME)
					.plusDays(11)
					.atStartOfDay(ROME)
					.toInstant()
					.minusMillis(1)
					.toString());
	}

	@Test
	void aReturnedUpdateIsNeverAskedForPastTheFreeze() {
		// given
		LocalDate today = LocalDate.ofInstant(this.stage.now(), ROME);
		CycleName cycle = this.stage
			.open(this.calendars.proposal("Europe/Rome", today, today.plusDays(2), today.plusDays(4)));
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		// when
		this.coordinators.submit(cycle, SUPPORTED, "inland", "In some years");
		this.reviewers.giveBack(cycle, SUPPORTED, "Which years?");
		// then
		assertFace(cycle, SUPPORTED, "Revise update: A02-I02 A coordinator with support",
				today.plusDays(5).atStartOfDay(ROME).toInstant().minusMillis(1).toString());
	}

	private void assertFace(CycleName cycle, String initiative, String name, String due) {
		Task task = task(this.stage.update(cycle, initiative));
		assertThat(task.getName()).isEqualTo(name);
		assertThat(task.getDueDate()).isEqualTo(Instant.parse(due));
	}

	private void assertSettledWithoutUpdate(ProcessInstance update, String boundary, String task) {
		assertThat(update).isEnded();
		List<String> last = this.path.of(update);
		assertThat(last)
			.endsWith(boundary, "exclusiveGateway_gatheringClosed", "serviceTask_settleWithoutUpdate",
					"endEvent_noUpdateReceived")
			.doesNotContain(task, "serviceTask_settleUpdate", "endEvent_updateSettled");
	}

	private List<String> candidates(ProcessInstance update) {
		return this.tasks.getIdentityLinksForTask(task(update).getId()).stream().map(IdentityLink::getGroupId).toList();
	}

	private Task task(ProcessInstance update) {
		return this.tasks.createTaskQuery().processInstanceId(update.getId()).singleResult();
	}

	private static UpdateKey key(CycleName cycle) {
		return UpdateKey.of(cycle.value(), ONE_COORDINATOR);
	}

}
