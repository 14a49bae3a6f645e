package org.asemeducation.stocktake.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

@ProcessTest
class ReviewProcessTest {

	private static final String REVIEW = "userTask_reviewUpdate";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewing reviewing;

	@Autowired
	private Verdicts verdicts;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	private CycleName cycle;

	private UpdateKey key;

	private ProcessInstance review;

	@BeforeEach
	void submitAnUpdate() {
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.key = UpdateKey.of(this.cycle.value(), ONE_COORDINATOR);
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "In some years");
		this.review = this.stage.review(this.cycle, ONE_COORDINATOR);
	}

	@Test
	void aSubmittedUpdateLiesWithTheReviewingBodyAndTheSecretariat() {
		// then
		Task task = this.tasks.createTaskQuery().processInstanceId(this.review.getId()).singleResult();
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
			.containsExactlyInAnyOrder("aes", "swg");
		assertThat(task.getName()).isEqualTo("Review update: A01-I01 One coordinator");
		assertThat(task.getDueDate()).isEqualTo(this.cycles.get(this.cycle).endOf(DeadlineKind.REVIEWS));
	}

	@Test
	void anAcceptedUpdateEndsTheReviewAsAccepted() {
		// when
		review("reviewer", new Verdict(1, true, null));
		// then
		assertThat(this.review).isEnded().hasNotPassed("endEvent_updateReturned");
		assertThat(this.path.of(this.review)).containsExactly("startEvent_updateSubmitted", REVIEW,
				"serviceTask_readVerdict", "exclusiveGateway_updateAccepted", "endEvent_updateAccepted");
		assertThat(this.verdicts.onLatest(this.key)).contains(true);
	}

	@Test
	void aReturnedUpdateEndsTheReviewAsReturnedAndKeepsItsRemarks() {
		// when
		review("aes", new Verdict(1, false, Map.of("progress", "Which years?", "plans", "Until when?")));
		// then
		assertThat(this.review).isEnded().hasNotPassed("endEvent_updateAccepted");
		assertThat(this.path.of(this.review)).containsExactly("startEvent_updateSubmitted", REVIEW,
				"serviceTask_readVerdict", "exclusiveGateway_updateAccepted", "endEvent_updateReturned");
		assertThat(this.verdicts.on(this.key))
			.containsExactlyInAnyOrderEntriesOf(Map.of("progress", "Which years?", "plans", "Until when?"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void ofTwoReviewersInTheSameMomentOneWinsAndTheOtherIsTold(boolean accepted) {
		// given
		Verdict verdict = new Verdict(1, accepted, Map.of("progress", "From the first"));
		Verdict contrary = new Verdict(1, !accepted, Map.of("progress", "From the second"));
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> review("reviewer", verdict), () -> review("colleague", contrary));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT))
			.asString()
			.contains("somebody was faster");
		assertThat(this.verdicts.onLatest(this.key)).contains(accepted);
		assertThat(this.verdicts.on(this.key)).containsExactly(Map.entry("progress", "From the first"));
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR))
			.isEqualTo(accepted ? "accepted" : "returned");
	}

	@Test
	void aReturnWithoutARemarkIsRefused() {
		// when, then
		assertRefused(new Verdict(1, false, Map.of("progress", "  ")), "Say in at least one remark");
		assertRefused(new Verdict(1, false, null), "Say in at least one remark");
	}

	@Test
	void aRemarkOnAFieldThatTheFormDoesNotHaveIsRefused() {
		// when, then
		assertRefused(new Verdict(1, false, Map.of("weather", "Better")), "no field of this name");
	}

	@Test
	void aReturnAfterTheEndOfGatheringIsRefused() {
		// given
		this.stage.freeze(this.cycle);
		// when, then
		assertRefused(new Verdict(1, false, Map.of("progress", "Which years?")), "has ended");
		review("reviewer", new Verdict(1, true, null));
		assertThat(this.review).isEnded();
	}

	@Test
	void aVerdictOnAnEarlierRevisionIsRefused() {
		// given
		review("reviewer", new Verdict(1, false, Map.of("progress", "Which years?")));
		this.coordinators.submit(this.cycle, ONE_COORDINATOR, "harbour", "In 2029");
		this.review = this.stage.review(this.cycle, ONE_COORDINATOR);
		// when, then
		assertRefused(new Verdict(1, true, null), "read revision 2");
	}

	@Test
	void aVerdictOnWhatIsNotUnderReviewIsRefused() {
		// given
		review("reviewer", new Verdict(1, true, null));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> review("colleague", new Verdict(1, true, null)))
			.withMessageContaining("not under review");
	}

	@ParameterizedTest
	@ValueSource(strings = { "verdict", "update_request", "audit" })
	void aVerdictThatFailsChangesNothing(String table) {
		// given
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> review("reviewer", new Verdict(1, true, null)))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.verdicts.onLatest(this.key)).isEmpty();
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR)).isEqualTo("in-review");
	}

	private void review(String who, Verdict verdict) {
		this.reviewing.review(this.key, verdict, this.troupe.user(who));
	}

	private void assertRefused(Verdict verdict, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> review("reviewer", verdict))
			.withMessageContaining(why);
		assertThat(this.review).isWaitingAtExactly(REVIEW);
		assertThat(this.coordinators.standing(this.cycle, ONE_COORDINATOR)).isEqualTo("in-review");
	}

}
