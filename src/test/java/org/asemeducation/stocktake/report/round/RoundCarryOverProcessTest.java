package org.asemeducation.stocktake.report.round;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.asemeducation.stocktake.EarlierRelease;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * A report that began before drafts went round ends on today's model.
 */
@ProcessTest
class RoundCarryOverProcessTest {

	private static final String CLOSED = "intermediateCatchEvent_roundClosed";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private EarlierRelease release;

	@Autowired
	private Editors editors;

	@Autowired
	private Editing editing;

	@Autowired
	private Commenting commenting;

	@Autowired
	private RoundOpening opening;

	@Autowired
	private RoundChanging changing;

	@Autowired
	private RoundActs acts;

	@Autowired
	private Clock clock;

	private String earlier;

	private CycleName cycle;

	private ProcessInstance report;

	@BeforeEach
	void goBack() {
		goBackTo("before-rounds");
	}

	private void goBackTo(String folder) {
		this.earlier = this.release.runs(folder);
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(this.cycle);
		this.report = this.stage.instance("report", this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
	}

	@AfterEach
	void forget() {
		this.release.isUpgraded();
		this.release.isForgotten(this.earlier);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aDraftGoesRoundThatWasWrittenOrEditedBefore(boolean edited) {
		// given
		if (edited) {
			this.editors.leaveChaptersOut(this.cycle);
		}
		assertThat(this.release.left(this.earlier)).containsExactly("report");
		// when
		this.release.isUpgraded();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Rome"));
		this.opening.open(this.cycle, new NewRound(false, false, today, today.plusDays(9)), aes());
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		if (!edited) {
			this.editors.leaveChaptersOut(this.cycle);
		}
		assertThat(this.report).isWaitingAt("userTask_editReport", CLOSED);
		this.jobs.run(this.cycle, CLOSED);
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isEnded().hasNotPassed("userTask_commentOnDraft");
	}

	@Test
	void aRoundThatWasOpenBeforeItCouldBeCalledOffCanBeNow() {
		// given
		forget();
		goBackTo("before-calling-off");
		this.editors.leaveChaptersOut(this.cycle);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Rome"));
		this.opening.open(this.cycle, new NewRound(false, false, today, today.plusDays(9)), aes());
		assertThat(this.report).isWaitingAt("userTask_editReport", CLOSED);
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		this.changing.prolong(this.cycle, 1, today.plusDays(20), "Holidays.", aes());
		this.changing.callOff(this.cycle, 1, "Written anew.", aes());
		assertThat(this.report).isWaitingAtExactly("userTask_editReport").hasPassed("endEvent_roundOver");
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isWaitingAtExactly("userTask_commentOnDraft");
	}

	@Test
	void aRoundThatHadClosedBeforeItCouldBeOpenedAgainCanBeNow() {
		// given
		forget();
		goBackTo("before-reopening");
		this.editors.leaveChaptersOut(this.cycle);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Rome"));
		this.opening.open(this.cycle, new NewRound(false, false, today, today.plusDays(9)), aes());
		this.acts.say(this.cycle, "reviewer", "foreword", 0, "Who signs?");
		this.jobs.run(this.cycle, CLOSED);
		assertThat(this.report).isWaitingAt("userTask_editReport", "userTask_answerComments");
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		this.changing.prolong(this.cycle, 1, today.plusDays(20), "Late voices.", aes());
		assertThat(this.report).isWaitingAt("userTask_editReport", CLOSED).isNotWaitingAt("userTask_answerComments");
		this.jobs.run(this.cycle, CLOSED);
		this.acts.answerAll(this.cycle, "There is no room.");
		this.editing.finish(this.cycle, aes());
		assertThat(this.report).isEnded().hasPassed("boundaryEvent_roundReopened", "endEvent_roundAnswered");
	}

	@Test
	void aDraftThatLiesWithTheReviewingBodyIsHandedInAsBefore() {
		// given
		this.editors.handToReviewers(this.cycle);
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		assertThat(this.report).isWaitingAtExactly("userTask_commentOnDraft");
		this.commenting.handIn(this.cycle, 0, this.troupe.user("reviewer"));
		assertThat(this.report).isEnded().hasPassed("endEvent_reportEdited");
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
