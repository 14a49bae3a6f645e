package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.NOBODY;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the requests to the frozen updates and the drafts that were left.
 */
@ProcessTest
class GatheringProcessTest {

	private static final String ALL_SETTLED = "boundaryEvent_allUpdatesSettled";

	private static final String FREEZE_REACHED = "boundaryEvent_freezeReached";

	private static final String CLOSE_GATHERING = "userTask_closeGathering";

	private static final String FREEZE_UPDATES = "serviceTask_freezeUpdates";

	@Autowired
	private Stage stage;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Jobs jobs;

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
	private Reviewers reviewers;

	@Autowired
	private Cycles cycles;

	@Autowired
	private CycleActs acts;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void gatheringEndsWhenTheLastUpdateIsSettled() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		accept(cycle, ONE_COORDINATOR, "harbour");
		assertThat(instance).isWaitingAt(CLOSE_GATHERING);
		// when
		accept(cycle, SUPPORTED, "inland");
		// then
		assertThat(instance).isWaitingAt(FREEZE_UPDATES).isNotWaitingAt(CLOSE_GATHERING);
		this.jobs.run(cycle, FREEZE_UPDATES);
		assertThat(this.path.of(instance))
			.containsSubsequence(ALL_SETTLED, FREEZE_UPDATES, "exclusiveGateway_allUpdatesFrozen",
					"endEvent_updatesFrozen")
			.doesNotContain(CLOSE_GATHERING, FREEZE_REACHED);
		assertThat(this.jobs.at(cycle, FREEZE_REACHED)).isEmpty();
		assertThat(this.cycles.get(cycle).closedAt()).isEqualTo(this.stage.now());
	}

	@Test
	void theLastTwoAcceptedInTheSameMomentEndTheGatheringOnce() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done");
		this.coordinators.submit(cycle, SUPPORTED, "inland", "Done");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(executions(cycle + "/" + ONE_COORDINATOR),
				() -> this.reviewers.accept(cycle, ONE_COORDINATOR), () -> this.reviewers.accept(cycle, SUPPORTED));
		// then
		assertThat(told).containsOnly(Optional.empty());
		assertThat(this.jobs.at(cycle, FREEZE_UPDATES)).hasSize(1);
		assertThat(this.path.of(instance)).containsOnlyOnce(ALL_SETTLED);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anUpdateSettledWhileTheCycleLooksIsNotMissed(boolean reviewerFirst) {
		// given
		CycleName cycle = this.stage.openWith(List.of(ONE_COORDINATOR));
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done");
		Runnable accept = () -> this.reviewers.accept(cycle, ONE_COORDINATOR);
		Runnable look = () -> this.jobs.run(cycle, "serviceTask_queueRequests");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(
				executions(reviewerFirst ? cycle + "/" + ONE_COORDINATOR : cycle.value()),
				reviewerFirst ? accept : look, reviewerFirst ? look : accept);
		// then
		assertThat(told).containsOnly(Optional.empty());
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt(FREEZE_UPDATES);
	}

	@Test
	void gatheringEndsByHand() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.acts.closeGathering(cycle, this.troupe.user("aes"));
		this.jobs.run(cycle, FREEZE_UPDATES);
		this.jobs.run(cycle, FREEZE_UPDATES);
		// then
		assertThat(this.path.of(instance))
			.containsSubsequence(CLOSE_GATHERING, FREEZE_UPDATES, "endEvent_updatesFrozen")
			.doesNotContain(ALL_SETTLED, FREEZE_REACHED);
		assertThat(this.jobs.at(cycle, FREEZE_REACHED)).isEmpty();
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("no-update-received");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.acts.closeGathering(cycle, this.troupe.user("aes")))
			.withMessageContaining("not under way");
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Rome, 2031-12-01, 2031-12-01T22:59:59.999Z",
			"America/New_York, 2031-11-02, 2031-11-03T04:59:59.999Z",
			"Pacific/Kiritimati, 2031-12-01, 2031-12-01T09:59:59.999Z" })
	void gatheringEndsWithTheLastInstantOfTheFreezeDay(String zone, LocalDate freeze, Instant last) {
		// given
		CycleName cycle = this.stage
			.open(this.calendars.proposal(zone, freeze.minusDays(60), freeze.minusDays(30), freeze));
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
		// when
		Instant due = this.jobs.only(cycle, FREEZE_REACHED).getDuedate().toInstant();
		Instant shown = this.tasks.createTaskQuery()
			.processInstanceId(instance.getId())
			.taskDefinitionKey(CLOSE_GATHERING)
			.singleResult()
			.getDueDate()
			.toInstant();
		this.stage.freeze(cycle);
		// then
		assertThat(due).isEqualTo(last);
		assertThat(shown).isEqualTo(last);
		assertThat(this.path.of(instance)).contains(FREEZE_REACHED, "endEvent_updatesFrozen")
			.doesNotContain(CLOSE_GATHERING, ALL_SETTLED);
		assertThat(this.stage.instances("update", cycle + "/%")).isEmpty();
	}

	@Test
	void gatheringEndsAtOnceWhenNothingIsOpen() {
		// when
		CycleName cycle = this.stage.gathering();
		// then
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.jobs.run(cycle, FREEZE_UPDATES);
		assertThat(instance)
			.hasPassed("serviceTask_lookAtUpdates", "exclusiveGateway_allUpdatesSettled", "endEvent_updatesFrozen")
			.hasNotPassed(CLOSE_GATHERING, ALL_SETTLED, FREEZE_REACHED);
	}

	@Test
	void moreThanTwoHundredUpdatesFreezeInChunks() {
		// given
		CycleName cycle = this.stage.openWith(List.of(ONE_COORDINATOR));
		this.jdbc.sql("""
				insert into cycle_initiative
				    (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
				select :cycle, 'A99-I' || lpad(n::text, 3, '0'), 100 + n, 99, 'More', 'One more', false, 'summary', ''
				from generate_series(1, 202) n""").param("cycle", cycle.value()).update();
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		for (int chunk = 0; chunk < 2; chunk++) {
			this.jobs.run(cycle, "serviceTask_startUpdates");
		}
		this.jobs.run(cycle, "serviceTask_queueRequests");
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.jobs.run(cycle, FREEZE_REACHED);
		// when
		this.jobs.run(cycle, FREEZE_UPDATES);
		int left = this.stage.instances("update", cycle + "/%").size();
		assertThat(instance).isWaitingAt(FREEZE_UPDATES).hasNotPassed("endEvent_updatesFrozen");
		this.stage.freezeOn(cycle);
		// then
		assertThat(left).isEqualTo(3);
		assertThat(this.stage.instances("update", cycle + "/%")).isEmpty();
		assertThat(instance).hasPassed("endEvent_updatesFrozen");
	}

	@Test
	void aFreezeThatFailsKeepsItsJobAndSettlesNothingThoughTheGatheringHasEnded() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, NOBODY);
		this.jobs.run(cycle, FREEZE_REACHED);
		this.sabotage.breakTable("update_request");
		// when
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jobs.run(cycle, FREEZE_UPDATES))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.jobs.only(cycle, FREEZE_UPDATES)).hasRetries(2);
		assertThat(this.cycles.get(cycle).closedAt()).isNotNull();
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAt("userTask_provideUpdate");
		assertThat(this.stage.update(cycle, NOBODY)).isWaitingAt("userTask_findCoordinator");
		this.sabotage.mend();
		this.stage.freezeOn(cycle);
		assertThat(this.stage.instances("update", cycle + "/%")).isEmpty();
	}

	@Test
	void withoutADraftNobodyIsAskedToDecide() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(instance).hasPassed("exclusiveGateway_draftsLeft", "exclusiveGateway_draftsDecided")
			.hasNotPassed("userTask_decideDrafts")
			.isNotWaitingAt("userTask_decideDrafts");
	}

	@Test
	void aDraftThatIsLeftIsDecidedOnWhileTheReportIsCompiled() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		// when
		this.stage.freeze(cycle);
		// then
		assertThat(instance).isWaitingAt("userTask_decideDrafts", "callActivity_report")
			.hasNotPassed("exclusiveGateway_draftsDecided");
		assertThat(instance).task("userTask_decideDrafts").hasCandidateGroup("aes");
		assertThat(this.tasks.createTaskQuery()
			.processInstanceId(instance.getId())
			.taskDefinitionKey("userTask_decideDrafts")
			.singleResult()
			.getDueDate()).isEqualTo(this.cycles.get(cycle).endOf(DeadlineKind.REVIEWS));
		assertThat(this.jobs.at(cycle, "serviceTask_compileReport")).hasSize(1);
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAt("userTask_provideUpdate");
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("no-update-received");
		this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "leave-out"));
		assertThat(instance).hasPassed("userTask_decideDrafts", "exclusiveGateway_draftsDecided");
	}

	@Test
	void anUndecidedDraftKeepsTheTaskOpen() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, SUPPORTED);
		this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		this.coordinators.save(cycle, SUPPORTED, "inland", "A quarter");
		this.stage.freeze(cycle);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.decide(cycle, Map.of(ONE_COORDINATOR, "take-in")))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly(SUPPORTED));
		assertThat(this.stage.instance("cycle", cycle)).isWaitingAt("userTask_decideDrafts");
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAt("userTask_provideUpdate");
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("requested");
	}

	/**
	 * Whoever works on these is held back as it comes to its end, when it has looked at
	 * everything and nobody else can see yet what it has done.
	 */
	private static String executions(String businessKey) {
		return "act_ru_execution where business_key_ = '%s'".formatted(businessKey);
	}

	private void accept(CycleName cycle, String initiative, String coordinator) {
		this.coordinators.submit(cycle, initiative, coordinator, "Done");
		this.reviewers.accept(cycle, initiative);
	}

}
