package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.comment.Commenters;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Variables that somebody writes into a running process decide nothing: each step looks
 * at our tables.
 */
@ProcessTest
class WrittenVariablesTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Editors editors;

	@Autowired
	private Commenters commenters;

	@Autowired
	private Cycles cycles;

	@Autowired
	private CycleActs acts;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Test
	void aReturnedUpdateStaysReturned() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "In some years");
		ProcessInstance review = this.stage.review(cycle, ONE_COORDINATOR);
		String task = this.tasks.createTaskQuery().processInstanceId(review.getId()).singleResult().getId();
		// when
		this.runtime.setVariable(update.getId(), "updateAccepted", true);
		this.runtime.setVariable(review.getId(), "updateAccepted", true);
		this.tasks.setVariable(task, "updateAccepted", true);
		this.reviewers.giveBack(cycle, ONE_COORDINATOR, "Which years?");
		// then
		assertThat(update).isWaitingAtExactly("userTask_reviseUpdate").hasNotPassed("serviceTask_settleUpdate");
		assertThat(review).hasPassed("endEvent_updateReturned").hasNotPassed("endEvent_updateAccepted");
	}

	@Test
	void namesOfAnotherCycleOrInitiativeLeadNowhere() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		CycleName other = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance update = this.stage.update(cycle, ONE_COORDINATOR);
		Map<String, Object> elsewhere = Map.of("cycle", other.value(), "initiative", SUPPORTED);
		// when
		this.runtime.setVariables(update.getId(), elsewhere);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done");
		this.runtime.setVariables(this.stage.review(cycle, ONE_COORDINATOR).getId(), elsewhere);
		this.reviewers.accept(cycle, ONE_COORDINATOR);
		this.runtime.setVariable(this.stage.instance("cycle", cycle).getId(), "cycle", other.value());
		this.acts.closeGathering(cycle, this.troupe.user("aes"));
		this.stage.freezeOn(cycle);
		// then
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("accepted");
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("no-update-received");
		assertThat(this.coordinators.standing(other, ONE_COORDINATOR)).isEqualTo("requested");
		assertThat(this.cycles.get(other).isGathering()).isTrue();
	}

	@Test
	void theGatheringIsNotOverBecauseAVariableSaysSo() {
		// given
		CycleName cycle = this.stage.openWith(List.of(ONE_COORDINATOR));
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.runtime.setVariables(instance.getId(), Map.of("allSettled", true, "allStarted", true, "allFrozen", true));
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
		// then
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAt("userTask_provideUpdate");
		assertThat(instance).isWaitingAt("userTask_closeGathering");
	}

	@Test
	void aDraftIsDecidedOnThoughAVariableDeniesIt() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.runtime.setVariable(instance.getId(), "draftsLeft", false);
		this.stage.freeze(cycle);
		// then
		assertThat(instance).isWaitingAt("userTask_decideDrafts");
	}

	@Test
	void aCommentIsTakenInThoughAVariableDeniesIt() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		this.editors.handToReviewers(cycle);
		ProcessInstance report = this.stage.instance("report", cycle);
		this.commenters.comment(cycle, "reviewer", null, "Shorter, please");
		// when
		this.runtime.setVariable(report.getId(), "commentsMade", false);
		this.commenters.handIn(cycle, "reviewer");
		// then
		assertThat(report).isWaitingAtExactly("userTask_takeInComments").hasNotPassed("endEvent_reportEdited");
	}

}
