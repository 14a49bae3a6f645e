package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.asemeducation.stocktake.EarlierRelease;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.WalkOn;
import org.asemeducation.stocktake.cycle.RecordTasks.HeldOrDropped;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.asemeducation.stocktake.Troupe.NOBODY;
import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * What began on the models of an earlier release ends on today's.
 */
@ProcessTest
class CarryOverProcessTest {

	private static final LocalDate WINTER = LocalDate.of(2031, 1, 1);

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
	private RecordTasks recordTasks;

	@Autowired
	private Editing editing;

	@Autowired
	private EarlierRelease release;

	@Autowired
	private WalkOn walk;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transaction;

	private String earlier;

	private final List<String> madeUp = new ArrayList<>();

	@BeforeEach
	void goBack() {
		this.earlier = this.release.runs("one-walk");
	}

	@AfterEach
	void forget() {
		this.release.isUpgraded();
		this.release.isForgotten(this.earlier);
		this.madeUp.forEach(this.release::isForgotten);
		this.jdbc.sql("delete from migration_failure").update();
	}

	@ParameterizedTest
	@EnumSource
	void aCycleGoesOnFromWhereItStood(Station station) {
		// given
		CycleName cycle = this.stage.openWith(List.of(ONE_COORDINATOR, TWO_COORDINATORS, NOBODY, SUPPORTED));
		station.way.bring(this, cycle);
		ProcessInstance instance = this.stage.instance("cycle", cycle);
		assertThat(instance).isWaitingAt(station.at);
		assertThat(this.release.left(this.earlier)).contains("cycle");
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		assertThat(failures()).isEmpty();
		assertThat(this.jdbc
			.sql("select count(*) from act_ru_execution where business_key_ like :cycle || '/%'"
					+ " and proc_def_key_ = 'meeting' and parent_id_ is null")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single()).isEqualTo(4 - station.recorded);
		this.walk.toTheEnd(cycle);
		assertThat(instance).isEnded().hasPassed("endEvent_cycleClosed");
		assertThat(count("meeting where recorded_at is not null and", cycle)).isEqualTo(4);
		assertThat(count("sealed_version where", cycle)).isEqualTo(2);
		assertThat(count("adoption where adopted and", cycle)).isOne();
		assertThat(count("publication where", cycle)).isOne();
	}

	@Test
	void tasksTimersSubscriptionsAndCalledInstancesStayWhatTheyAre() {
		// given
		CycleName cycle = gathering();
		List<String> before = standing(cycle);
		assertThat(before).anyMatch((line) -> line.contains("userTask_findCoordinator"))
			.anyMatch((line) -> line.contains("userTask_provideUpdate"))
			.anyMatch((line) -> line.contains("userTask_reviseUpdate"))
			.anyMatch((line) -> line.contains("userTask_reviewUpdate"))
			.anyMatch((line) -> line.contains("userTask_closeGathering"))
			.anyMatch((line) -> line.startsWith("job") && line.contains("boundaryEvent_freezeReached"))
			.anyMatch((line) -> line.startsWith("job") && line.contains("intermediateCatchEvent_bundlingTimeOver"))
			.anyMatch((line) -> line.startsWith("job") && line.contains("serviceTask_deliverMail"))
			.anyMatch((line) -> line.startsWith("message") && line.contains("GatheringClosed"))
			.anyMatch((line) -> line.startsWith("message") && line.contains("AllUpdatesSettled"))
			.anyMatch((line) -> line.startsWith("call"));
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		assertThat(standing(cycle)).containsAll(before);
	}

	@Test
	void updatesAreAnsweredReviewedAndAcceptedAfterwards() {
		// given
		CycleName cycle = gathering();
		// when
		this.release.isUpgraded();
		this.coordinators.find(cycle, NOBODY, "Thailand");
		this.coordinators.submit(cycle, TWO_COORDINATORS, "harbour", "Better now");
		for (String initiative : List.of(TWO_COORDINATORS, SUPPORTED)) {
			this.reviewers.accept(cycle, initiative);
		}
		this.jobs.runAll(cycle, "serviceTask_deliverMail");
		this.jobs.runAll(cycle, "intermediateCatchEvent_bundlingTimeOver");
		// then
		assertThat(this.coordinators.standing(cycle, NOBODY)).isEqualTo("requested");
		assertThat(this.coordinators.standing(cycle, TWO_COORDINATORS)).isEqualTo("accepted");
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("accepted");
		assertThat(this.jobs.at(cycle, "intermediateCatchEvent_bundlingTimeOver")).isEmpty();
		assertThat(this.stage.update(cycle, ONE_COORDINATOR)).isWaitingAt("userTask_provideUpdate");
	}

	@Test
	void whatLayWithTheReviewersCanBeTakenBackAfterwards() {
		// given
		CycleName cycle = gathering();
		// when
		this.release.isUpgraded();
		this.coordinators.takeBack(cycle, SUPPORTED, "inland");
		// then
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("requested");
		assertThat(this.stage.update(cycle, SUPPORTED)).isWaitingAtExactly("userTask_reviseUpdate");
		assertThat(this.coordinators.submit(cycle, SUPPORTED, "inland", "All of it, and more")).isEqualTo(2);
	}

	@Test
	void whoSubmitsOrAcceptsMeanwhileWaitsAndIsNotToldToTryAgain() {
		// given
		CycleName cycle = gathering();
		List<CompletableFuture<?>> acts = new ArrayList<>();
		// when
		this.transaction.executeWithoutResult((status) -> {
			this.release.isUpgraded();
			acts.add(CompletableFuture
				.runAsync(() -> this.coordinators.submit(cycle, ONE_COORDINATOR, "harbour", "Done")));
			acts.add(CompletableFuture.runAsync(() -> this.reviewers.accept(cycle, SUPPORTED)));
			Awaitility.await().until(() -> waiting() == 2);
		});
		acts.forEach((act) -> act.orTimeout(20, TimeUnit.SECONDS).join());
		// then
		assertThat(this.coordinators.standing(cycle, ONE_COORDINATOR)).isEqualTo("in-review");
		assertThat(this.coordinators.standing(cycle, SUPPORTED)).isEqualTo("accepted");
		assertThat(this.release.left(this.earlier)).isEmpty();
	}

	@Test
	void whatDoesNotFitStaysIsListedAndIsForgottenOnceItIsOver() {
		// given
		this.madeUp.add(this.release.runs(Bpmn.createExecutableProcess("mail")
			.camundaHistoryTimeToLiveString("P90D")
			.startEvent()
			.userTask("userTask_nobodyKnows")
			.done()));
		ProcessInstance odd = mail("NOWHERE/1");
		this.madeUp.add(this.release.runs("one-walk"));
		ProcessInstance good = mail("NOWHERE/2");
		// when
		this.release.isUpgraded();
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.madeUp.get(0))).containsExactly("mail");
		assertThat(this.release.left(this.madeUp.get(1))).isEmpty();
		assertThat(failures()).singleElement()
			.asString()
			.contains(odd.getId(), "mail", "NOWHERE/1", "userTask_nobodyKnows");
		assertThat(incidents()).containsExactly(odd.getId());
		this.runtime.deleteProcessInstances(List.of(odd.getId(), good.getId()), "the test is over", true, true);
		this.release.isUpgraded();
		assertThat(failures()).isEmpty();
		assertThat(incidents()).isEmpty();
	}

	@Test
	void oneThatDoesNotFitHoldsNobodyUp() {
		// given
		this.madeUp.add(this.release.runs(Bpmn.createExecutableProcess("mail")
			.camundaHistoryTimeToLiveString("P90D")
			.startEvent()
			.exclusiveGateway()
			.condition("odd", "${odd}")
			.userTask("userTask_nobodyKnows")
			.moveToLastGateway()
			.serviceTask("serviceTask_deliverMail")
			.camundaAsyncBefore()
			.camundaDelegateExpression("${deliverMail}")
			.done()));
		List<String> all = List.of("A", "B", "C")
			.stream()
			.map((number) -> this.runtime
				.startProcessInstanceByKey("mail", "NOWHERE/" + number, Variables.putValue("odd", number.equals("B")))
				.getId())
			.toList();
		// when
		this.release.isUpgraded();
		// then
		assertThat(this.release.left(this.madeUp.get(0))).containsExactly("mail");
		assertThat(failures()).singleElement().asString().contains("NOWHERE/B");
		this.runtime.deleteProcessInstances(all, "the test is over", true, true);
	}

	@Test
	void manyGoInChunksAndTwoNodesDoNotMeet() {
		// given
		List<String> all = new ArrayList<>();
		for (int number = 0; number < 250; number++) {
			all.add(mail("NOWHERE/%03d".formatted(number)).getId());
		}
		// when
		CompletableFuture<Void> node = CompletableFuture.runAsync(this.release::isUpgraded);
		this.release.isUpgraded();
		node.join();
		// then
		assertThat(this.release.left(this.earlier)).isEmpty();
		assertThat(failures()).isEmpty();
		assertThat(this.stage.instances("mail", "NOWHERE/%")).hasSize(250)
			.extracting(ProcessInstance::getProcessDefinitionId)
			.containsOnly(latest("mail"));
		this.runtime.deleteProcessInstances(all, "the test is over", true, true);
	}

	private ProcessInstance mail(String about) {
		return this.runtime.startProcessInstanceByKey("mail", about,
				Variables.putValue("bundledAt", Date.from(this.stage.now().plusSeconds(600))));
	}

	private List<String> incidents() {
		return this.runtime.createIncidentQuery()
			.incidentType("failedMigration")
			.list()
			.stream()
			.map(Incident::getProcessInstanceId)
			.toList();
	}

	private int waiting() {
		return this.jdbc.sql("""
				select count(distinct l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
				where not l.granted and a.datname = current_database()""").query(Integer.class).single();
	}

	private CycleName gathering() {
		CycleName cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS, NOBODY, SUPPORTED);
		this.coordinators.submit(cycle, TWO_COORDINATORS, "harbour", "Something");
		this.reviewers.giveBack(cycle, TWO_COORDINATORS, "Say more");
		this.coordinators.submit(cycle, SUPPORTED, "inland", "All of it");
		this.stage.later(60);
		this.management.executeJob(this.jobs.at(cycle, "intermediateCatchEvent_bundlingTimeOver").get(0).getId());
		assertThat(this.jobs.at(cycle, "intermediateCatchEvent_bundlingTimeOver")).isNotEmpty();
		return cycle;
	}

	private void record(CycleName cycle, MeetingKind... kinds) {
		for (MeetingKind kind : kinds) {
			this.recordTasks.record(cycle, kind, new HeldOrDropped("held", WINTER, null, MeetingFormat.IN_PERSON, null),
					this.troupe.user("aes"));
		}
	}

	private void freeze(CycleName cycle, boolean draft) {
		this.stage.gather(cycle);
		if (draft) {
			this.coordinators.save(cycle, ONE_COORDINATOR, "harbour", "Half of it");
		}
		this.stage.freeze(cycle);
	}

	private void report(CycleName cycle, boolean draft) {
		freeze(cycle, draft);
		this.jobs.run(cycle, "serviceTask_compileReport");
	}

	private void edited(CycleName cycle, boolean draft) {
		report(cycle, draft);
		this.editing.finish(cycle, this.troupe.user("aes"));
	}

	private List<String> standing(CycleName cycle) {
		return this.jdbc.sql("""
				with mine as (
				    select id_ from act_ru_execution where parent_id_ is null
				    and (business_key_ = :cycle or business_key_ like :cycle || '/%'))
				select concat_ws(' ', 'task', id_, task_def_key_, name_, due_date_, assignee_) from act_ru_task
				where proc_inst_id_ in (select id_ from mine) and task_def_key_ not like 'userTask_record%'
				union all select concat_ws(' ', 'job', j.id_, d.act_id_, j.duedate_, j.retries_) from act_ru_job j
				join act_ru_jobdef d on d.id_ = j.job_def_id_ where process_instance_id_ in (select id_ from mine)
				union all select concat_ws(' ', 'message', id_, event_name_, activity_id_) from act_ru_event_subscr
				where proc_inst_id_ in (select id_ from mine)
				union all select concat_ws(' ', 'call', c.id_, s.act_id_) from act_ru_execution c
				join act_ru_execution s on s.id_ = c.super_exec_ where c.id_ in (select id_ from mine)
				union all select concat_ws(' ', 'variable', id_, name_, text_, long_) from act_ru_variable
				where proc_inst_id_ in (select id_ from mine)""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list();
	}

	private List<String> failures() {
		return this.jdbc.sql("select concat_ws(' ', instance, process, about, reason) from migration_failure")
			.query(String.class)
			.list();
	}

	private int count(String tableAndCondition, CycleName cycle) {
		return this.jdbc.sql("select count(*) from %s cycle = :cycle".formatted(tableAndCondition))
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
	}

	private String latest(String process) {
		return this.jdbc.sql("select id_ from act_re_procdef where key_ = :process order by version_ desc limit 1")
			.param("process", process)
			.query(String.class)
			.single();
	}

	/**
	 * Where a cycle can wait on the earlier models.
	 */
	enum Station {

		OPENED("userTask_sendRequests", 0, (test, cycle) -> {
		}),

		STARTING_UPDATES("serviceTask_startUpdates", 1, (test, cycle) -> {
			test.record(cycle, MeetingKind.SOM2);
			test.jobs.run(cycle, "boundaryEvent_requestDateReached");
		}),

		QUEUEING_REQUESTS("serviceTask_queueRequests", 0, (test, cycle) -> {
			test.jobs.run(cycle, "boundaryEvent_requestDateReached");
			test.jobs.run(cycle, "serviceTask_startUpdates");
		}),

		GATHERING("userTask_closeGathering", 4, (test, cycle) -> {
			test.record(cycle, MeetingKind.values());
			test.stage.gather(cycle);
		}),

		FREEZING("serviceTask_freezeUpdates", 2, (test, cycle) -> {
			test.record(cycle, MeetingKind.ISOM, MeetingKind.SOM1);
			test.stage.gather(cycle);
			test.jobs.run(cycle, "boundaryEvent_freezeReached");
		}),

		COMPILING("callActivity_report", 0, (test, cycle) -> test.freeze(cycle, false)),

		COMPILING_WITH_DRAFTS("userTask_decideDrafts", 1, (test, cycle) -> {
			test.record(cycle, MeetingKind.ASEMME);
			test.freeze(cycle, true);
		}),

		EDITING("callActivity_report", 2, (test, cycle) -> {
			test.record(cycle, MeetingKind.SOM2, MeetingKind.ASEMME);
			test.report(cycle, false);
		}),

		EDITED_WITH_DRAFTS("userTask_decideDrafts", 2, (test, cycle) -> {
			test.record(cycle, MeetingKind.ISOM, MeetingKind.SOM2);
			test.edited(cycle, true);
		}),

		EDITED_BEFORE_ALL_MEETINGS("parallelGateway_readyToEndorse", 0, (test, cycle) -> test.edited(cycle, false)),

		EDITED_BEFORE_MINISTERS("parallelGateway_readyToEndorse", 3, (test, cycle) -> {
			test.record(cycle, MeetingKind.ISOM, MeetingKind.SOM1, MeetingKind.SOM2);
			test.edited(cycle, false);
		}),

		PUBLISHING("callActivity_endorsement", 4, (test, cycle) -> {
			test.record(cycle, MeetingKind.values());
			test.edited(cycle, false);
		}),

		PUBLISHING_WITHOUT_ISOM("callActivity_endorsement", 3, (test, cycle) -> {
			test.record(cycle, MeetingKind.SOM1, MeetingKind.SOM2, MeetingKind.ASEMME);
			test.edited(cycle, false);
		}),

		PUBLISHING_WITH_DRAFTS("callActivity_endorsement", 4, (test, cycle) -> {
			test.record(cycle, MeetingKind.values());
			test.edited(cycle, true);
		});

		private final String at;

		private final int recorded;

		private final WayThere way;

		Station(String at, int recorded, WayThere way) {
			this.at = at;
			this.recorded = recorded;
			this.way = way;
		}

	}

	private interface WayThere {

		void bring(CarryOverProcessTest test, CycleName cycle);

	}

}
