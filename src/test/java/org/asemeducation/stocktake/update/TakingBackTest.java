package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Reviewers;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * What was submitted comes back to its coordinators as long as nobody has taken it up.
 */
@ProcessTest
class TakingBackTest {

	private static final String REVIEW = "userTask_reviewUpdate";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private TakingBack takingBack;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Revisions revisions;

	@Autowired
	private Drafts drafts;

	@Autowired
	private UpdateViews views;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private UpdateKey key;

	private ProcessInstance update;

	@BeforeEach
	void submitAnUpdate() {
		this.cycle = this.stage.gathering(TWO_COORDINATORS);
		this.key = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
		this.update = this.stage.update(this.cycle, TWO_COORDINATORS);
		submit("We met twice.");
	}

	@Test
	void whatIsTakenBackIsADraftAgainAndTheReviewIsOver() {
		// given
		ProcessInstance review = this.stage.review(this.cycle, TWO_COORDINATORS);
		assertThat(this.takingBack.isPossible(this.key, user("malta"))).isTrue();
		// when
		this.takingBack.takeBack(this.key, 1, user("malta"));
		// then
		assertThat(review).isEnded();
		assertThat(this.path.of(review)).containsExactly("startEvent_updateSubmitted", "boundaryEvent_updateTakenBack",
				"serviceTask_noteTakingBack", "endEvent_reviewCalledOff");
		assertThat(this.update).isWaitingAtExactly("userTask_reviseUpdate")
			.task()
			.hasCandidateGroup(this.troupe.party("Malta").groupId());
		assertThat(standing()).isEqualTo("requested");
		assertThat(draft()).isEqualTo("We met twice.");
		assertThat(this.drafts.save(this.key, 1, this.drafts.find(this.key).orElseThrow().content(), user("malta")))
			.as("a page that was left open on the first draft")
			.isEmpty();
		assertThat(this.revisions.latest(this.key)).isEmpty();
		assertThat(this.submissions.of(this.key)).singleElement().satisfies((version) -> {
			assertThat(version.isTakenBack()).isTrue();
			assertThat(version.becameAt()).isEqualTo(this.stage.now());
		});
		assertThat(this.takingBack.isPossible(this.key, user("malta"))).isFalse();
	}

	@Test
	void reviewersSeeNothingOfWhatWasTakenBack() {
		// when
		this.takingBack.takeBack(this.key, 1, user("harbour"));
		// then
		Person reviewer = new Person(user("reviewer"), "Reviewer", Set.of("swg"));
		assertThat(this.views.of(this.key, reviewer).revision()).isNull();
		assertThat(this.views.of(this.key, reviewer).may().review()).isFalse();
	}

	@Test
	void itIsSubmittedAgainUnderTheNextNumberAndAccepted() {
		// given
		this.takingBack.takeBack(this.key, 1, user("harbour"));
		// when
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", "We met three times.");
		int number = submit("We met three times.");
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		// then
		assertThat(number).isEqualTo(2);
		assertThat(standing()).isEqualTo("accepted");
		assertThat(this.submissions.of(this.key)).extracting(Submissions.Version::became)
			.containsExactly("taken-back", "accepted");
		assertThat(this.update).isEnded().hasPassed("endEvent_updateSettled");
	}

	@Test
	void whatHadBeenReturnedIsReturnedAgainWithItsRemarks() {
		// given
		this.reviewers.giveBack(this.cycle, TWO_COORDINATORS, "In which years?");
		submit("We met in 2031.");
		// when
		this.takingBack.takeBack(this.key, 2, user("harbour"));
		// then
		assertThat(standing()).isEqualTo("returned");
		assertThat(draft()).isEqualTo("We met in 2031.");
		Person coordinator = new Person(user("harbour"), "Harbour", Set.of());
		assertThat(this.views.of(this.key, coordinator).remarks()).containsEntry("progress", "In which years?");
		assertThat(submit("We met in 2031 and 2032.")).isEqualTo(3);
	}

	@Test
	void whatAReviewerHasTakenUpStays() {
		// given
		this.tasks.claim(anybodysReview(), user("colleague"));
		// when, then
		assertThat(this.takingBack.isPossible(this.key, user("harbour"))).isFalse();
		assertConflict(1, "A reviewer has taken up the update of A01-I02");
		assertThat(standing()).isEqualTo("in-review");
	}

	@Test
	void whatWasDealtOutIsTakenUpOnceItsReviewerOpensIt() {
		// given
		assertThat(this.takingBack.isPossible(this.key, user("harbour"))).isTrue();
		// when
		this.reviewers.open(this.cycle, TWO_COORDINATORS, "colleague");
		assertThat(this.takingBack.isPossible(this.key, user("harbour"))).as("it was dealt to somebody else").isTrue();
		this.reviewers.open(this.cycle, TWO_COORDINATORS, "reviewer");
		// then
		assertThat(this.takingBack.isPossible(this.key, user("harbour"))).isFalse();
		assertConflict(1, "A reviewer has taken up the update of A01-I02");
	}

	@Test
	void whoTakesItUpAtTheSameMomentIsToldThatItIsGone() {
		// given
		String task = anybodysReview();
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.takingBack.takeBack(this.key, 1, user("harbour")),
				() -> this.tasks.claim(task, user("reviewer")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().isInstanceOf(OptimisticLockingException.class);
		assertThat(standing()).isEqualTo("requested");
		assertThat(draft()).isEqualTo("We met twice.");
		assertThat(this.update).isWaitingAtExactly("userTask_reviseUpdate");
	}

	@Test
	void whoTakesItBackAtTheSameMomentIsToldThatItIsTakenUp() {
		// given
		String task = anybodysReview();
		// when
		List<Optional<Throwable>> told = this.sameMoment.actBeforeTheCommitOf(
				() -> this.tasks.claim(task, user("colleague")),
				() -> this.takingBack.takeBack(this.key, 1, user("harbour")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("A reviewer has taken up the update");
		assertThat(standing()).isEqualTo("in-review");
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		assertThat(standing()).isEqualTo("accepted");
	}

	@Test
	void aVerdictAtTheSameMomentCountsOrIsTold() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> this.takingBack.takeBack(this.key, 1, user("harbour")),
				() -> this.reviewers.accept(this.cycle, TWO_COORDINATORS));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("is not under review, or no longer");
		assertThat(standing()).isEqualTo("requested");
	}

	@Test
	void afterTheGatheringWhatWasSubmittedStays() {
		// given
		this.stage.freeze(this.cycle);
		// when, then
		assertThat(this.takingBack.isPossible(this.key, user("harbour"))).isFalse();
		assertConflict(1, "The gathering of %s has ended: what was submitted of A01-I02 stays".formatted(this.cycle));
		assertThat(standing()).isEqualTo("in-review");
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		assertThat(standing()).isEqualTo("accepted");
	}

	@Test
	void whatIsNotSubmittedAgainUntilTheFreezeIsLeftToTheSecretariat() {
		// given
		this.takingBack.takeBack(this.key, 1, user("harbour"));
		// when
		this.stage.freeze(this.cycle);
		// then
		assertThat(standing()).isEqualTo("requested");
		assertThat(this.drafts.unsubmitted(this.cycle)).extracting(Drafts.Unsubmitted::initiative)
			.containsExactly(TWO_COORDINATORS);
		this.coordinators.decide(this.cycle, Map.of(TWO_COORDINATORS, "take-in"));
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		assertThat(standing()).isEqualTo("accepted");
	}

	@Test
	void onlyTheVersionThatOneHasSeenIsTakenBack() {
		// given
		this.reviewers.giveBack(this.cycle, TWO_COORDINATORS, "In which years?");
		submit("We met in 2031.");
		// when, then
		assertConflict(1, "Version 2 of A01-I02 has been submitted meanwhile");
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		assertConflict(2, "does not lie with the reviewers, or no longer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "inland", "thailand", "aes", "reviewer" })
	void nobodyElseTakesItBack(String who) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.takingBack.takeBack(this.key, 1, user(who)))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.takingBack.isPossible(this.key, user(who))).isFalse();
		assertThat(standing()).isEqualTo("in-review");
	}

	private void assertConflict(int version, String said) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.takingBack.takeBack(this.key, version, user("harbour")))
			.withMessageContaining(said)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
	}

	private int submit(String progress) {
		return this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", progress);
	}

	private String anybodysReview() {
		String task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.key.toString())
			.taskDefinitionKey(REVIEW)
			.singleResult()
			.getId();
		this.tasks.setAssignee(task, null);
		return task;
	}

	private String standing() {
		return this.coordinators.standing(this.cycle, TWO_COORDINATORS);
	}

	private String draft() {
		return this.drafts.find(this.key).orElseThrow().content().path("progress").asText();
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

}
