package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.asemeducation.stocktake.endorsement.Endorsements.ADOPT_WORK_PLAN;
import static org.asemeducation.stocktake.endorsement.Endorsements.PUBLISH_REPORT;
import static org.asemeducation.stocktake.endorsement.Endorsements.RECORD_ADOPTION;
import static org.asemeducation.stocktake.endorsement.Endorsements.SEAL_FOR_MINISTERS;
import static org.asemeducation.stocktake.endorsement.Endorsements.SEAL_FOR_OFFICIALS;
import static org.asemeducation.stocktake.endorsement.Endorsements.TAKE_IN_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the version put to officials to the published report, on its own.
 */
@ProcessTest
class EndorsementProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Editors editors;

	@Autowired
	private Asking asking;

	@Autowired
	private EndorsementActs acts;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reports reports;

	@Autowired
	private SealedVersions sealed;

	@Autowired
	private WorkPlan workPlan;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anAdoptedWorkPlanIsKeptAndTheReportPublished() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		// when
		this.endorsements.adopt(cycle);
		this.jobs.run(cycle, PUBLISH_REPORT);
		// then
		assertThat(instance).isEnded();
		assertThat(this.path.of(instance)).containsExactly("startEvent_reportEdited", SEAL_FOR_OFFICIALS,
				TAKE_IN_CHANGES, SEAL_FOR_MINISTERS, "callActivity_noObjection", RECORD_ADOPTION,
				"serviceTask_readAdoption", "exclusiveGateway_workPlanAdopted", ADOPT_WORK_PLAN,
				"exclusiveGateway_readyToPublish", PUBLISH_REPORT, "endEvent_reportPublished");
		assertThat(this.workPlan.lines(cycle)).extracting((line) -> line.initiative().value(), WorkPlan.Line::activity)
			.containsExactly(tuple(ONE_COORDINATOR, "Go on"), tuple(SUPPORTED, "Go on"));
		assertThat(this.cycles.get(cycle).state()).isEqualTo(Cycle.State.PUBLISHED);
	}

	@Test
	void aWorkPlanThatWasNotAdoptedBindsNobodyAndTheReportIsPublishedAllTheSame() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		// when
		this.acts.recordAdoption(cycle, Decision.notAdopted("Ministers ran out of time."), aes());
		this.jobs.run(cycle, PUBLISH_REPORT);
		// then
		assertThat(this.path.of(instance)).containsExactly("startEvent_reportEdited", SEAL_FOR_OFFICIALS,
				TAKE_IN_CHANGES, SEAL_FOR_MINISTERS, "callActivity_noObjection", RECORD_ADOPTION,
				"serviceTask_readAdoption", "exclusiveGateway_workPlanAdopted", "exclusiveGateway_readyToPublish",
				PUBLISH_REPORT, "endEvent_reportPublished");
		assertThat(this.workPlan.lines(cycle)).isEmpty();
		assertThat(this.reports.published(cycle)).isPresent();
	}

	@Test
	void whatIsPublishedIsByteForByteWhatWasSealedLast() {
		// given
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		List<Map<String, Object>> before = files(cycle);
		SealedVersion last = this.sealed.of(cycle, State.FOR_MINISTERS).orElseThrow();
		// when
		this.endorsements.accept(cycle, TWO_COORDINATORS, "harbour");
		this.reports.compile(cycle);
		this.endorsements.adopt(cycle);
		this.jobs.run(cycle, PUBLISH_REPORT);
		// then
		assertThat(this.reports.published(cycle)).get().extracting(ReportModel::version).isEqualTo(last.version());
		assertThat(this.reports.latest(cycle)).get().extracting(ReportModel::version).isEqualTo(last.version() + 1);
		assertThat(files(cycle)).hasSize(19).isEqualTo(before);
	}

	@Test
	void ministersGetWhatWasAcceptedSinceOfficialsSawIt() {
		// given
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		// when
		this.endorsements.accept(cycle, TWO_COORDINATORS, "harbour");
		this.endorsements.toMinisters(cycle);
		// then
		assertThat(words(cycle, State.FOR_OFFICIALS)).doesNotContain("Progress of " + TWO_COORDINATORS);
		assertThat(words(cycle, State.FOR_MINISTERS)).contains("Progress of " + TWO_COORDINATORS);
		assertThat(this.endorsements.lines(cycle, State.FOR_MINISTERS)).as("officials saw no other line")
			.isEqualTo(this.endorsements.lines(cycle, State.FOR_OFFICIALS));
	}

	@Test
	void changesWaitUntilTheOfficialsMeetingIsRecorded() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.acts.takeInChanges(cycle, "Shorter, please.", aes()))
			.withMessage("SOM2 of %s is not recorded yet: record the meeting first, then come back to this task.",
					cycle);
		assertThat(instance).isWaitingAtExactly(TAKE_IN_CHANGES);
		assertThat(count("changes_taken_in", cycle)).isZero();
	}

	@Test
	void chaptersAreChangedOnceMoreWhileTheChangesAreTakenIn() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		this.editors.finish(cycle);
		this.jobs.run(cycle, SEAL_FOR_OFFICIALS);
		assertChaptersStay(cycle, 0);
		this.endorsements.record(cycle, MeetingKind.SOM2);
		// when
		long version = this.editors.write(cycle, FreeChapter.FOREWORD, 0, "Shorter, as SOM2 asked.");
		this.asking.add(cycle, "foreword", "Shorten it.", "SOM2", aes());
		this.acts.takeInChanges(cycle, null, aes());
		assertChaptersStay(cycle, version);
		this.jobs.run(cycle, SEAL_FOR_MINISTERS);
		// then
		assertThat(words(cycle, State.FOR_OFFICIALS)).doesNotContain("Shorter, as SOM2 asked.");
		assertThat(words(cycle, State.FOR_MINISTERS)).contains("Shorter, as SOM2 asked.");
	}

	@Test
	void adoptionWaitsUntilTheMinistersMeetingIsRecorded() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		// when, then
		for (Decision decision : List.of(Decision.adopted(Endorsements.DAY), Decision.notAdopted("No time."))) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.acts.recordAdoption(cycle, decision, aes()))
				.withMessage("ASEMME of %s is not recorded yet: record the meeting first, then come back to this task.",
						cycle);
		}
		assertThat(instance).isWaitingAtExactly(RECORD_ADOPTION);
		assertThat(count("adoption", cycle)).isZero();
	}

	@Test
	void nobodyCanAdoptAtAMeetingThatWasDropped() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.drop(cycle, MeetingKind.ASEMME);
		// when, then
		assertRefused(cycle, Decision.adopted(Endorsements.DAY), "adopted");
		this.acts.recordAdoption(cycle, Decision.notAdopted("The meeting was dropped."), aes());
		this.jobs.run(cycle, PUBLISH_REPORT);
		assertThat(instance).isEnded().hasNotPassed(ADOPT_WORK_PLAN);
		assertThat(this.reports.published(cycle)).isPresent();
	}

	@Test
	void officialsWhoDidNotMeetAskedForNothing() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.drop(cycle, MeetingKind.SOM2);
		// when
		this.acts.takeInChanges(cycle, null, aes());
		this.jobs.run(cycle, SEAL_FOR_MINISTERS);
		// then
		assertThat(instance).isWaitingAtExactly(RECORD_ADOPTION);
		assertThat(this.endorsements.lines(cycle, State.FOR_MINISTERS))
			.isEqualTo(this.endorsements.lines(cycle, State.FOR_OFFICIALS));
	}

	@Test
	void aDecisionSaysAllThatBelongsToIt() {
		// given
		CycleName cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		// when, then
		assertRefused(cycle, new Decision(null, null, null), "adopted");
		assertRefused(cycle, new Decision(true, null, null), "on");
		assertRefused(cycle, Decision.adopted(Endorsements.DAY.minusDays(1)), "on");
		assertRefused(cycle, Decision.notAdopted("  "), "reason");
		assertThat(count("adoption", cycle)).isZero();
	}

	@Test
	void eachActIsDoneOnceWhoeverIsFirst() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.record(cycle, MeetingKind.SOM2);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		String row = "cycle where name = '%s'".formatted(cycle);
		// when
		List<Optional<Throwable>> takenIn = this.sameMoment.act(row,
				() -> this.acts.takeInChanges(cycle, "First.", aes()),
				() -> this.acts.takeInChanges(cycle, "Second.", aes()));
		this.jobs.run(cycle, SEAL_FOR_MINISTERS);
		List<Optional<Throwable>> decided = this.sameMoment.act(row,
				() -> this.acts.recordAdoption(cycle, Decision.adopted(Endorsements.DAY), aes()),
				() -> this.acts.recordAdoption(cycle, Decision.notAdopted("Not yet."), aes()));
		// then
		assertThat(takenIn.get(0)).isEmpty();
		assertThat(takenIn.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessageContaining("were taken in before");
		assertThat(decided.get(0)).isEmpty();
		assertThat(decided.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessageContaining("was recorded before");
		assertThat(instance).isWaitingAtExactly(ADOPT_WORK_PLAN);
	}

	@Test
	void whoeverDecidesWhileAnotherDecisionIsBeingWrittenIsToldOfIt() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		// when the first is held up in the midst of writing
		List<Optional<Throwable>> told = this.sameMoment.act("sealed_version where cycle = '%s'".formatted(cycle),
				() -> this.acts.recordAdoption(cycle, Decision.adopted(Endorsements.DAY), aes()),
				() -> this.acts.recordAdoption(cycle, Decision.notAdopted("Not yet."), aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessageContaining("was recorded before");
		assertThat(instance).isWaitingAtExactly(ADOPT_WORK_PLAN);
	}

	@Test
	void officialsWhoHaveMetOpenNoChapterThatLiesWithTheReviewers() {
		// given
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR);
		this.stage.freeze(cycle);
		this.jobs.run(cycle, "serviceTask_compileReport");
		this.editors.handToReviewers(cycle);
		// when
		this.endorsements.record(cycle, MeetingKind.SOM2);
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(cycle, FreeChapter.FOREWORD, 0, "Words of nobody"))
			.withMessageContaining("lies with the Standing Working Group");
	}

	@Test
	void whatSomebodyWritesIntoTheProcessDecidesNothing() {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		this.endorsements.toMinisters(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		this.runtime.setVariable(instance.getId(), "workPlanAdopted", true);
		// when
		this.acts.recordAdoption(cycle, Decision.notAdopted("Not this time."), aes());
		// then
		assertThat(instance).isWaitingAtExactly(PUBLISH_REPORT).hasNotPassed(ADOPT_WORK_PLAN);
	}

	@Test
	void theTasksAreTheSecretariatsOnTheDayOfTheirMeetings() {
		// given
		CycleName cycle = this.endorsements.accepted();
		LocalDate som2 = planned(cycle, "SOM2");
		// when
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		Task changes = task(instance);
		assertOffered(changes);
		this.endorsements.toMinisters(cycle);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		Task adoption = task(instance);
		assertOffered(adoption);
		// then
		assertThat(changes.getName()).isEqualTo("Take in SOM2's changes (%s)", cycle);
		assertThat(changes.getDueDate()).isEqualTo(endOf(cycle, som2));
		assertThat(adoption.getName()).isEqualTo("Record adoption (%s)", cycle);
		assertThat(adoption.getDueDate()).isEqualTo(endOf(cycle, planned(cycle, "ASEMME")));
	}

	@Test
	void withoutADayThereIsNoDueDate() {
		// given
		CycleName cycle = this.endorsements.accepted();
		this.jdbc.sql("update meeting set planned_on = null where cycle = :cycle")
			.param("cycle", cycle.value())
			.update();
		// when
		ProcessInstance instance = this.endorsements.withOfficials(cycle);
		// then
		assertThat(task(instance).getDueDate()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "serviceTask_sealVersionForOfficials, sealed_file", "serviceTask_sealVersionForMinisters, sealed_file",
			"serviceTask_adoptWorkPlan, adopted_line", "serviceTask_adoptWorkPlan, mail",
			"serviceTask_publishReport, publication", "serviceTask_publishReport, cycle" })
	void aStepThatFailsKeepsItsJobAndLeavesNothingHalfDone(String step, String table) {
		// given
		CycleName cycle = this.endorsements.accepted();
		ProcessInstance instance = bringTo(cycle, step);
		List<Map<String, Object>> before = rows(cycle);
		this.sabotage.breakTable(table);
		// when
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jobs.run(cycle, step))
			.withStackTraceContaining("sabotaged");
		// then
		assertThat(this.jobs.only(cycle, step)).hasRetries(2).hasExceptionMessage();
		assertThat(instance).isWaitingAtExactly(step);
		this.sabotage.mend();
		assertThat(rows(cycle)).isEqualTo(before);
		this.jobs.run(cycle, step);
		assertThat(instance).hasPassed(step);
	}

	private ProcessInstance bringTo(CycleName cycle, String step) {
		ProcessInstance instance = this.endorsements.start(cycle);
		this.endorsements.record(cycle, MeetingKind.SOM2);
		this.endorsements.record(cycle, MeetingKind.ASEMME);
		List<Runnable> way = List.of(() -> this.jobs.run(cycle, SEAL_FOR_OFFICIALS),
				() -> this.acts.takeInChanges(cycle, null, aes()), () -> this.jobs.run(cycle, SEAL_FOR_MINISTERS),
				() -> this.acts.recordAdoption(cycle, Decision.adopted(Endorsements.DAY), aes()),
				() -> this.jobs.run(cycle, ADOPT_WORK_PLAN));
		for (Runnable next : way) {
			if (this.jobs.at(cycle, step).isEmpty()) {
				next.run();
			}
		}
		return instance;
	}

	private void assertChaptersStay(CycleName cycle, long version) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.editors.write(cycle, FreeChapter.FOREWORD, version, "Words of nobody"))
			.withMessageContaining("its chapters stay as they are");
	}

	private void assertRefused(CycleName cycle, Decision decision, String field) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.acts.recordAdoption(cycle, decision, aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly(field));
	}

	/** How much there is of everything that an endorsement writes. */
	private List<Map<String, Object>> rows(CycleName cycle) {
		return List.of("compiled_report", "sealed_version", "sealed_file", "work_plan", "adopted_line", "publication")
			.stream()
			.map((table) -> Map.<String, Object>of(table, count(table, cycle)))
			.toList();
	}

	private long count(String table, CycleName cycle) {
		return this.jdbc.sql("select count(*) from %s where cycle = :cycle".formatted(table))
			.param("cycle", cycle.value())
			.query(Long.class)
			.single();
	}

	private List<Map<String, Object>> files(CycleName cycle) {
		return this.jdbc.sql("""
				select version, name, sha256, encode(content, 'hex') as content from sealed_file where cycle = :cycle
				order by version, name""").param("cycle", cycle.value()).query().listOfRows();
	}

	private String words(CycleName cycle, State state) {
		return this.jdbc.sql("""
				select convert_from(content, 'UTF8') from sealed_file join sealed_version using (cycle, version)
				where cycle = :cycle and state = :state and name = 'report.html'""")
			.param("cycle", cycle.value())
			.param("state", state.code())
			.query(String.class)
			.single();
	}

	private LocalDate planned(CycleName cycle, String kind) {
		return this.jdbc.sql("select planned_on from meeting where cycle = :cycle and kind = :kind")
			.param("cycle", cycle.value())
			.param("kind", kind)
			.query(LocalDate.class)
			.single();
	}

	private Date endOf(CycleName cycle, LocalDate day) {
		return Date.from(day.plusDays(1).atStartOfDay(this.cycles.get(cycle).zone()).toInstant().minusMillis(1));
	}

	private void assertOffered(Task task) {
		assertThat(this.tasks.getIdentityLinksForTask(task.getId())).extracting((link) -> link.getGroupId())
			.containsExactly("aes");
	}

	private Task task(ProcessInstance instance) {
		return this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
