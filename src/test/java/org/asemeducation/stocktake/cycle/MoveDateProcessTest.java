package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

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
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A date moves: what hangs on it goes along at once, in our tables and in the engine.
 */
@ProcessTest
class MoveDateProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String DATE_TASKS = "serviceTask_dateTasks";

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Officials officials;

	@Autowired
	private DateMoves moves;

	@Autowired
	private MovePreview preview;

	@Autowired
	private CalendarRows rows;

	@Autowired
	private Cycles cycles;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aMovedFreezeTakesItsTimerAndItsTaskAlong() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		LocalDate later = day(cycle, "freeze").plusDays(9);
		// when
		move(cycle, "freeze", later);
		// then the timer has moved before anything else, the tasks follow
		assertThat(this.jobs.only(cycle, "boundaryEvent_freezeReached").getDuedate())
			.isEqualTo(Date.from(Cycle.endOf(later, ROME)));
		this.jobs.run(cycle, DATE_TASKS);
		assertThat(task(cycle, "userTask_closeGathering").getDueDate()).isEqualTo(Date.from(Cycle.endOf(later, ROME)));
		assertThat(this.path.of("moveDate", cycle)).containsExactly("startEvent_dateMoved", "serviceTask_moveTimers",
				"exclusiveGateway_tasksWaiting", DATE_TASKS, "exclusiveGateway_allTasksDated",
				"endEvent_calendarFollowed");
	}

	@Test
	void theNewDayItsVersionAndItsReasonAreKeptTogether() {
		// given
		CycleName cycle = this.stage.open();
		LocalDate before = day(cycle, "deadline");
		// when
		move(cycle, "deadline", before.plusDays(7));
		// then
		assertThat(this.rows.of(cycle, new DateName("deadline")))
			.isEqualTo(new StandingDate(new DateName("deadline"), before.plusDays(7), 2, null, null));
		assertThat(this.jdbc.sql("select * from date_move where cycle = :cycle")
			.param("cycle", cycle.value())
			.query()
			.singleRow()).containsEntry("date", "deadline")
			.containsEntry("version", 2)
			.containsEntry("reason", "Elections")
			.containsEntry("moved_by", this.troupe.user("aes"))
			.containsEntry("moved_from", java.sql.Date.valueOf(before))
			.containsEntry("moved_to", java.sql.Date.valueOf(before.plusDays(7)))
			.containsEntry("because_of", null);
		assertThat(this.jdbc.sql("select act || ' ' || before || ' ' || after from audit where subject = :subject")
			.param("subject", cycle + "/deadline")
			.query(String.class)
			.single()).isEqualTo("move date %s %s: Elections", before, before.plusDays(7));
	}

	@Test
	void everyTaskIsDueOnItsNewDay() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.NOBODY, Troupe.SUPPORTED);
		this.coordinators.submit(cycle, Troupe.SUPPORTED, "inland", "Progress");
		LocalDate deadline = day(cycle, "deadline").plusDays(5);
		LocalDate reviews = day(cycle, "reviews").plusDays(6);
		// when
		move(cycle, "deadline", deadline);
		move(cycle, "reviews", reviews);
		this.jobs.runAll(cycle, DATE_TASKS);
		// then
		assertThat(task(cycle + "/" + Troupe.ONE_COORDINATOR, "userTask_provideUpdate").getDueDate())
			.isEqualTo(Date.from(Cycle.endOf(deadline, ROME)));
		assertThat(task(cycle + "/" + Troupe.NOBODY, "userTask_findCoordinator").getDueDate())
			.isEqualTo(Date.from(Cycle.endOf(deadline, ROME)));
		assertThat(task(cycle + "/" + Troupe.SUPPORTED, "userTask_reviewUpdate").getDueDate())
			.isEqualTo(Date.from(Cycle.endOf(reviews, ROME)));
	}

	@Test
	void aReturnedUpdateKeepsItsTenDaysUnlessTheFreezeComesSooner() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.coordinators.submit(cycle, Troupe.ONE_COORDINATOR, "harbour", "Progress");
		this.reviewers.giveBack(cycle, Troupe.ONE_COORDINATOR, "Which years?");
		LocalDate returned = today();
		this.stage.later(3 * 24 * 3600);
		// when
		move(cycle, "deadline", returned.plusDays(4));
		this.jobs.run(cycle, DATE_TASKS);
		Date untouched = task(cycle + "/" + Troupe.ONE_COORDINATOR, "userTask_reviseUpdate").getDueDate();
		move(cycle, "freeze", returned.plusDays(8));
		this.jobs.run(cycle, DATE_TASKS);
		// then
		assertThat(untouched).isEqualTo(Date.from(Cycle.endOf(returned.plusDays(10), ROME)));
		assertThat(task(cycle + "/" + Troupe.ONE_COORDINATOR, "userTask_reviseUpdate").getDueDate())
			.isEqualTo(Date.from(Cycle.endOf(returned.plusDays(8), ROME)));
	}

	@Test
	void theRequestsGoOutOnTheirNewDay() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
		LocalDate later = day(cycle, "request").plusDays(3);
		// when
		move(cycle, "request", later);
		this.jobs.run(cycle, DATE_TASKS);
		// then
		Date at = Date.from(later.atTime(9, 0).atZone(ROME).toInstant());
		assertThat(this.jobs.only(cycle, "boundaryEvent_requestDateReached").getDuedate()).isEqualTo(at);
		assertThat(task(cycle, "userTask_sendRequests").getDueDate()).isEqualTo(at);
		this.stage.gather(cycle);
		assertThat(this.cycles.get(cycle).isGathering()).isTrue();
	}

	@Test
	void aFreezeThatMovesBeforeTheRequestsIsTheOneThatComes() {
		// given
		CycleName cycle = this.stage.openWith(List.of(Troupe.ONE_COORDINATOR));
		LocalDate later = day(cycle, "freeze").plusDays(20);
		// when
		move(cycle, "freeze", later);
		this.stage.gather(cycle);
		// then
		assertThat(this.jobs.only(cycle, "boundaryEvent_freezeReached").getDuedate())
			.isEqualTo(Date.from(Cycle.endOf(later, ROME)));
	}

	@Test
	void whatHangsOnAMeetingGoesAlongAndDatesOfTheirOwnStay() {
		// given a calendar whose freeze, reviews, comments and papers stand as proposed
		CycleName cycle = this.stage.open();
		Cycle before = this.cycles.get(cycle);
		move(cycle, "comments", day(cycle, "comments").plusDays(1));
		// when
		move(cycle, "SOM2", day(cycle, "SOM2").plusDays(100));
		// then
		Cycle after = this.cycles.get(cycle);
		for (DeadlineKind kind : List.of(DeadlineKind.FREEZE, DeadlineKind.REVIEWS, DeadlineKind.PAPERS)) {
			assertThat(after.date(kind)).as(kind.word()).isEqualTo(before.date(kind).plusDays(100));
		}
		assertThat(after.date(DeadlineKind.COMMENTS)).isEqualTo(before.date(DeadlineKind.COMMENTS).plusDays(1));
		assertThat(after.date(DeadlineKind.REQUEST)).isEqualTo(before.date(DeadlineKind.REQUEST));
		assertThat(after.date(DeadlineKind.DEADLINE)).isEqualTo(before.date(DeadlineKind.DEADLINE));
	}

	@Test
	void whatHangsOnAPostponedMeetingFollowsOnceItHasADayAgain() {
		// given
		CycleName cycle = this.stage.open();
		LocalDate papers = day(cycle, "papers");
		LocalDate later = day(cycle, "SOM2").plusDays(30);
		// when
		this.officials.postpone(cycle, MeetingKind.SOM2, null);
		LocalDate meanwhile = day(cycle, "papers");
		this.officials.confirm(cycle, MeetingKind.SOM2, later);
		LocalDate confirmed = day(cycle, "papers");
		this.officials.postpone(cycle, MeetingKind.SOM2, later.plusDays(5));
		// then
		assertThat(meanwhile).isEqualTo(papers);
		assertThat(confirmed).isEqualTo(papers.plusDays(30));
		assertThat(day(cycle, "papers")).isEqualTo(papers.plusDays(35));
		assertThat(this.rows.of(cycle, new DateName("SOM2")).version()).isEqualTo(4);
	}

	@Test
	void whatCannotFollowAMeetingStaysAndTheMeetingMoves() {
		// given the gathering is over
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.stage.freeze(cycle);
		LocalDate freeze = day(cycle, "freeze");
		LocalDate later = day(cycle, "SOM2").plusDays(200);
		// when
		List<MovePreview.MovedDay> foreseen = this.preview
			.of(cycle, new DateName("SOM2"), new DateMove(later, null, null))
			.dates();
		move(cycle, "SOM2", later);
		// then
		assertThat(foreseen).filteredOn((one) -> one.date().equals("freeze"))
			.extracting(MovePreview.MovedDay::stays)
			.containsExactly("The gathering of %s is over: its deadline and its freeze stand.".formatted(cycle));
		assertThat(day(cycle, "freeze")).isEqualTo(freeze);
		assertThat(day(cycle, "SOM2")).isEqualTo(later);
		assertThat(day(cycle, "papers")).isEqualTo(later.minusDays(14));
	}

	@Test
	void lookingAheadShowsTheTasksAndChangesNothing() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS);
		List<StandingDate> before = this.rows.of(cycle);
		LocalDate later = day(cycle, "deadline").plusDays(7);
		// when
		MovePreview.Consequences foreseen = this.preview.of(cycle, new DateName("deadline"),
				new DateMove(later, 1, null));
		// then
		assertThat(foreseen.dates())
			.containsExactly(new MovePreview.MovedDay("deadline", later.minusDays(7), later, null));
		assertThat(foreseen.tasks())
			.containsExactly(new MovePreview.MovedTasks("Provide update", later.minusDays(7), later, 2));
		assertThat(this.rows.of(cycle)).isEqualTo(before);
		assertThat(this.jdbc.sql("select count(*) from date_move where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.single()).isZero();
		assertThat(this.stage.instances("moveDate", cycle)).isEmpty();
	}

	@Test
	void whatIsUnusualIsSaidAndNotRefused() {
		// given
		CycleName cycle = this.stage.open();
		LocalDate som1 = day(cycle, "SOM1");
		LocalDate before = day(cycle, "ISOM").minusDays(2);
		// when
		List<String> warnings = this.preview.of(cycle, new DateName("SOM1"), new DateMove(before, 1, null)).warnings();
		move(cycle, "SOM1", before);
		// then
		assertThat(warnings).contains("SOM1 (%s) would come before ISOM (%s), which usually precedes it."
			.formatted(DateRules.day(before), DateRules.day(day(cycle, "ISOM"))));
		assertThat(day(cycle, "SOM1")).isEqualTo(before).isNotEqualTo(som1);
	}

	@ParameterizedTest
	@CsvSource({ "deadline, -1, is past: choose today or a later day.",
			"SOM1, -1, is past: choose today or a later day.",
			"deadline, 29, Choose a day on or after the request date",
			"deadline, 91, Choose a day on or before the freeze", "freeze, 59, Choose a day on or after the deadline",
			"request, 61, Choose a day on or before the deadline", "freeze, 90, It is on" })
	void whatCannotBeIsRefusedInASentence(String date, int daysFromToday, String reason) {
		// given
		CycleName cycle = this.stage.open();
		List<StandingDate> before = this.rows.of(cycle);
		LocalDate to = LocalDate.ofInstant(this.stage.now(), java.time.ZoneOffset.UTC).plusDays(daysFromToday);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> move(cycle, date, to))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains(reason)));
		assertThat(this.rows.of(cycle)).isEqualTo(before);
	}

	@Test
	void whatIsOverCannotBeMovedAnyMore() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.officials.drop(cycle, MeetingKind.ISOM);
		this.officials.hold(cycle, MeetingKind.SOM1);
		// when, then
		refused(cycle, "request", "The requests of %s have gone out".formatted(cycle));
		refused(cycle, "ISOM", "ISOM was dropped");
		refused(cycle, "SOM1", "SOM1 was held");
		this.stage.freeze(cycle);
		refused(cycle, "deadline", "The gathering of %s is over".formatted(cycle));
		refused(cycle, "freeze", "The gathering of %s is over".formatted(cycle));
	}

	@Test
	void aFreezeThatHasPassedCannotBeMovedThoughItsStepIsLate() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		this.stage.later(91 * 24 * 3600L);
		// when, then
		refused(cycle, "freeze", "The gathering of %s is over".formatted(cycle));
	}

	@Test
	void ofTwoWhoMoveTheSameDateTheSecondIsTold() {
		// given
		CycleName cycle = this.stage.open();
		LocalDate first = day(cycle, "freeze").plusDays(1);
		DateMove move = new DateMove(first, 1, "First");
		DateMove other = new DateMove(first.plusDays(1), 1, "Second");
		// when
		List<java.util.Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(cycle),
				() -> this.moves.move(cycle, new DateName("freeze"), move, this.troupe.user("aes")),
				() -> this.moves.move(cycle, new DateName("freeze"), other, this.troupe.user("aes")));
		// then
		assertThat(told).filteredOn(java.util.Optional::isPresent)
			.singleElement()
			.satisfies((refusal) -> assertThat(refusal.orElseThrow()).isInstanceOf(Refused.class)
				.hasMessageStartingWith(
						"Nothing is moved: somebody has moved the freeze of %s meanwhile".formatted(cycle)));
		assertThat(this.rows.of(cycle, new DateName("freeze")).version()).isEqualTo(2);
	}

	@Test
	void tasksOfLargeCyclesFollowInChunks() {
		// given two hundred initiatives and five
		CycleName cycle = this.stage.open();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators) select :cycle, 'A09-I' || n, n, 9, 'Nine', 'One of many', false, 'x', 'nobody'
				from generate_series(100, 299) n""").param("cycle", cycle.value()).update();
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		while (!this.jobs.at(cycle, "serviceTask_startUpdates").isEmpty()) {
			this.jobs.run(cycle, "serviceTask_startUpdates");
		}
		LocalDate later = day(cycle, "deadline").plusDays(3);
		move(cycle, "deadline", later);
		// when
		this.jobs.run(cycle, DATE_TASKS);
		long afterOne = dueOn(cycle, later);
		while (!this.jobs.at(cycle, DATE_TASKS).isEmpty()) {
			this.jobs.run(cycle, DATE_TASKS);
		}
		// then
		assertThat(afterOne).isBetween(20L, 50L);
		assertThat(dueOn(cycle, later)).isEqualTo(205);
		assertThat(this.stage.instances("moveDate", cycle)).isEmpty();
		assertThat(this.path.of("moveDate", cycle)).filteredOn(DATE_TASKS::equals).hasSizeBetween(5, 6);
	}

	@Test
	void tasksThatCannotBeDatedAreDatedLaterAndTheDateHasMovedAllTheSame() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		LocalDate later = day(cycle, "deadline").plusDays(3);
		move(cycle, "deadline", later);
		this.sabotage.breakTable("act_ru_task");
		// when
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.jobs.run(cycle, DATE_TASKS));
		// then
		this.sabotage.mend();
		assertThat(day(cycle, "deadline")).isEqualTo(later);
		assertThat(this.jobs.only(cycle, DATE_TASKS).getRetries()).isEqualTo(5);
		this.jobs.run(cycle, DATE_TASKS);
		assertThat(dueOn(cycle, later)).isOne();
	}

	@Test
	void aMoveThatFailsLeavesNothingBehind() {
		// given
		CycleName cycle = this.stage.open();
		List<StandingDate> before = this.rows.of(cycle);
		this.sabotage.breakTable("date_move");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> move(cycle, "SOM2", day(cycle, "SOM2").plusDays(3)))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.rows.of(cycle)).isEqualTo(before);
		assertThat(this.stage.instances("moveDate", cycle)).isEmpty();
	}

	@Test
	void aMoveThatTheEngineCannotFollowLeavesNoRowBehind() {
		// given the engine is the last to be told
		CycleName cycle = this.stage.open();
		List<StandingDate> before = this.rows.of(cycle);
		this.sabotage.breakTable("act_ru_execution");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> move(cycle, "SOM2", day(cycle, "SOM2").plusDays(3)));
		// then
		this.sabotage.mend();
		assertThat(this.rows.of(cycle)).isEqualTo(before);
		assertThat(rowsAbout("date_move where cycle = '%s'", cycle)).isZero();
		assertThat(rowsAbout("audit where act = 'move date' and subject like '%s/%%'", cycle)).isZero();
	}

	@Test
	void startedPastItsFormItMovesNothing() {
		// given
		CycleName cycle = this.stage.open();
		List<StandingDate> before = this.rows.of(cycle);
		Date timer = this.jobs.only(cycle, "boundaryEvent_requestDateReached").getDuedate();
		// when
		this.runtime.startProcessInstanceByKey("moveDate", cycle.value());
		// then
		assertThat(this.rows.of(cycle)).isEqualTo(before);
		assertThat(this.jobs.only(cycle, "boundaryEvent_requestDateReached").getDuedate()).isEqualTo(timer);
	}

	private long rowsAbout(String rows, CycleName cycle) {
		return this.jdbc.sql("select count(*) from " + rows.formatted(cycle)).query(Long.class).single();
	}

	private void refused(CycleName cycle, String date, String reason) {
		LocalDate to = LocalDate.ofInstant(this.stage.now(), ROME).plusDays(75);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> move(cycle, date, to))
			.withMessageStartingWith("Nothing is moved: " + reason);
	}

	private void move(CycleName cycle, String date, LocalDate to) {
		this.moves.move(cycle, new DateName(date), new DateMove(to, null, " Elections "), this.troupe.user("aes"));
	}

	private LocalDate day(CycleName cycle, String date) {
		return this.rows.of(cycle, new DateName(date)).on();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.stage.now(), ROME);
	}

	private Task task(Object about, String key) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(about.toString())
			.taskDefinitionKey(key)
			.singleResult();
	}

	private long dueOn(CycleName cycle, LocalDate day) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKeyLike(cycle + "/%")
			.dueDate(Date.from(Cycle.endOf(day, ROME)))
			.count();
	}

}
