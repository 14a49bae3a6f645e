package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.Calendars;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * From the planned meeting to its record.
 */
@ProcessTest
class MeetingProcessTest {

	private static final LocalDate SUMMER = LocalDate.of(2031, 7, 1);

	@Autowired
	private Stage stage;

	@Autowired
	private Calendars calendars;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@ParameterizedTest
	@EnumSource
	void goesFromItsPlanToItsRecord(MeetingKind kind) {
		// given
		ProcessInstance instance = this.stage.meeting(this.cycle, kind);
		// when
		this.officials.hold(this.cycle, kind);
		// then
		assertThat(instance).isEnded();
		assertThat(this.path.of(instance)).containsExactly("startEvent_meetingPlanned", "exclusiveGateway_dateOpen",
				"userTask_confirmDateAndHost", "serviceTask_readHost", "exclusiveGateway_partyHosts",
				"exclusiveGateway_hostHasPrepared", "userTask_prepareMeeting", "userTask_holdPostponeOrDrop",
				"exclusiveGateway_outcomeKnown", "serviceTask_readOutcome", "exclusiveGateway_wasItHeld",
				"exclusiveGateway_minutesToAdopt", "exclusiveGateway_minutesDealtWith", "serviceTask_readParticipants",
				"exclusiveGateway_participantsToCome", "exclusiveGateway_participantsKnown", "userTask_recordMeeting",
				"endEvent_meetingRecorded");
		assertThat(this.meetings.of(this.cycle, kind).isRecorded()).isTrue();
	}

	@Test
	void waitsAtEachStepForTheSecretariat() {
		// given
		ProcessInstance instance = this.stage.meeting(this.cycle, SOM1);
		// when, then
		assertThat(instance).isWaitingAtExactly("userTask_confirmDateAndHost");
		this.officials.confirm(this.cycle, SOM1);
		assertThat(instance).isWaitingAtExactly("userTask_prepareMeeting");
		this.acts.prepare(this.cycle, SOM1, aes());
		assertThat(instance).isWaitingAtExactly("userTask_holdPostponeOrDrop");
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER), aes());
		assertThat(instance).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void keepsWhatIsSaidAtEachStep() {
		// when
		this.acts.confirm(this.cycle, SOM1,
				new MeetingPlan(SUMMER, "Seoul", MeetingFormat.IN_PERSON, "Republic of Korea"), aes());
		Meeting confirmed = this.meetings.of(this.cycle, SOM1);
		this.acts.prepare(this.cycle, SOM1, aes());
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER.plusDays(1)), aes());
		Meeting held = this.meetings.of(this.cycle, SOM1);
		this.acts.record(this.cycle, SOM1,
				new MeetingRecord(SUMMER.plusDays(2), null, MeetingFormat.VIRTUAL, 41, 12, 130, "Speakers chosen"),
				aes());
		// then
		assertThat(confirmed).extracting(Meeting::state, Meeting::planned, Meeting::place, Meeting::host)
			.containsExactly("confirmed", SUMMER, "Seoul", "Republic of Korea");
		assertThat(held).extracting(Meeting::state, Meeting::held, Meeting::isRecorded)
			.containsExactly("held", SUMMER.plusDays(1), false);
		assertThat(this.meetings.of(this.cycle, SOM1)).satisfies((meeting) -> {
			assertThat(meeting.held()).isEqualTo(SUMMER.plusDays(2));
			assertThat(meeting.place()).isNull();
			assertThat(meeting.format()).isEqualTo(MeetingFormat.VIRTUAL);
			assertThat(List.of(meeting.partners(), meeting.stakeholders(), meeting.persons())).containsExactly(41, 12,
					130);
			assertThat(meeting.decisions()).isEqualTo("Speakers chosen");
			assertThat(meeting.recordedAt()).isEqualTo(this.stage.now());
		});
	}

	@Test
	void everyActIsInTheAudit() {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		LocalDate planned = this.meetings.of(this.cycle, SOM1).planned();
		// when
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.postponed(SUMMER, "Elections"), aes());
		this.officials.hold(this.cycle, SOM1);
		this.officials.drop(this.cycle, SOM2);
		// then
		assertThat(this.jdbc.sql("select act, subject, before, after from audit where subject like :about order by id")
			.param("about", this.cycle + "/%")
			.query((row, number) -> tuple(row.getString("act"), row.getString("subject"), row.getString("before"),
					row.getString("after")))
			.list()).containsExactly(said("confirm", SOM1, "planned for " + planned, planned),
					said("prepare", SOM1, "confirmed for " + planned, "prepared"),
					said("postpone", SOM1, "confirmed for " + planned, SUMMER + ": Elections"),
					said("confirm", SOM1, "planned for " + SUMMER, SUMMER),
					said("prepare", SOM1, "confirmed for " + SUMMER, "prepared"),
					said("hold", SOM1, "confirmed for " + SUMMER, SUMMER),
					said("record", SOM1, "held on " + SUMMER, SUMMER), said("drop", SOM2,
							"planned for " + this.meetings.of(this.cycle, SOM2).planned(), "No host was found"));
	}

	@Test
	void aPostponedMeetingIsConfirmedAnew() {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		ProcessInstance instance = this.stage.meeting(this.cycle, SOM1);
		// when
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.postponed(SUMMER, "Elections"), aes());
		// then
		assertThat(instance).isWaitingAtExactly("userTask_confirmDateAndHost")
			.hasNotPassed("exclusiveGateway_minutesToAdopt", "endEvent_meetingDropped");
		assertThat(this.meetings.of(this.cycle, SOM1)).satisfies((meeting) -> {
			assertThat(meeting.state()).isEqualTo("planned");
			assertThat(meeting.planned()).isEqualTo(SUMMER);
			assertThat(meeting.reason()).isEqualTo("Elections");
			assertThat(meeting.prepared()).isFalse();
		});
		this.officials.hold(this.cycle, SOM1);
		assertThat(this.path.of(instance)).containsSubsequence("exclusiveGateway_wasItHeld",
				"exclusiveGateway_dateOpen", "userTask_confirmDateAndHost", "userTask_prepareMeeting",
				"userTask_holdPostponeOrDrop", "exclusiveGateway_wasItHeld", "endEvent_meetingRecorded");
	}

	@Test
	void aMeetingIsPostponedAgainAndAgain() {
		// given
		ProcessInstance instance = this.stage.meeting(this.cycle, ISOM);
		// when
		for (int times = 0; times < 3; times++) {
			this.officials.bringToItsDay(this.cycle, ISOM);
			this.acts.decide(this.cycle, ISOM, MeetingOutcome.postponed(SUMMER.plusDays(times), "No host"), aes());
		}
		this.officials.hold(this.cycle, ISOM);
		// then
		assertThat(instance).isEnded();
		assertThat(this.path.of(instance)).filteredOn("userTask_holdPostponeOrDrop"::equals).hasSize(4);
		assertThat(this.meetings.of(this.cycle, ISOM).held()).isEqualTo(SUMMER.plusDays(2));
	}

	@Test
	void aDroppedMeetingIsOver() {
		// given
		this.officials.bringToItsDay(this.cycle, ISOM);
		ProcessInstance instance = this.stage.meeting(this.cycle, ISOM);
		// when
		this.acts.decide(this.cycle, ISOM, MeetingOutcome.dropped("No host"), aes());
		// then
		assertThat(instance).isEnded();
		assertThat(this.path.of(instance))
			.containsSubsequence("userTask_holdPostponeOrDrop", "exclusiveGateway_wasItHeld", "endEvent_meetingDropped")
			.doesNotContain("exclusiveGateway_minutesToAdopt", "userTask_recordMeeting", "endEvent_meetingRecorded");
		assertThat(this.meetings.of(this.cycle, ISOM))
			.extracting(Meeting::state, Meeting::reason, Meeting::held, Meeting::isRecorded)
			.containsExactly("dropped", "No host", null, true);
	}

	@ParameterizedTest
	@CsvSource({ "userTask_confirmDateAndHost, boundaryEvent_postponedOrDroppedOnConfirmDateAndHost",
			"userTask_prepareMeeting, boundaryEvent_postponedOrDroppedOnPrepareMeeting" })
	void aMeetingIsDroppedBeforeItsDay(String waiting, String event) {
		// given
		ProcessInstance instance = waitingAt(waiting);
		// when
		this.officials.drop(this.cycle, SOM1);
		// then
		assertThat(instance).isEnded();
		assertThat(this.path.of(instance))
			.containsSubsequence(event, "serviceTask_readOutcome", "endEvent_meetingDropped")
			.doesNotContain(waiting, "userTask_holdPostponeOrDrop");
	}

	@ParameterizedTest
	@ValueSource(strings = { "userTask_confirmDateAndHost", "userTask_prepareMeeting" })
	void aMeetingIsPostponedBeforeItsDay(String waiting) {
		// given
		ProcessInstance instance = waitingAt(waiting);
		// when
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.postponed(null, "Elections"), aes());
		// then
		assertThat(instance).isWaitingAtExactly("userTask_confirmDateAndHost")
			.hasNotPassed("userTask_holdPostponeOrDrop");
		assertThat(task(SOM1).getDueDate()).isNull();
		assertThat(this.meetings.of(this.cycle, SOM1).planned()).isNull();
		this.acts.confirm(this.cycle, SOM1, new MeetingPlan(SUMMER, null, MeetingFormat.VIRTUAL, null), aes());
		assertThat(instance).isWaitingAtExactly("userTask_prepareMeeting");
	}

	@Test
	void tasksSayWhatTheyAreAboutAndAreDueByThePlannedDay() {
		// given
		this.cycle = this.stage.open(this.calendars.proposal("Asia/Kolkata", LocalDate.of(2031, 3, 10),
				LocalDate.of(2031, 4, 10), LocalDate.of(2031, 5, 10)));
		this.acts.confirm(this.cycle, ISOM, new MeetingPlan(SUMMER, null, MeetingFormat.VIRTUAL, null), aes());
		// when, then
		assertTask(ISOM, "Prepare meeting: ISOM (%s)", "2031-06-17T18:29:59.999Z");
		this.acts.prepare(this.cycle, ISOM, aes());
		assertTask(ISOM, "Hold, postpone or drop: ISOM (%s)", "2031-07-01T18:29:59.999Z");
		this.acts.decide(this.cycle, ISOM, MeetingOutcome.held(SUMMER.plusDays(1)), aes());
		assertTask(ISOM, "Record the meeting: ISOM (%s)", "2031-07-02T18:29:59.999Z");
		this.acts.confirm(this.cycle, SOM1, new MeetingPlan(SUMMER.plusDays(30), null, MeetingFormat.VIRTUAL, null),
				aes());
		this.acts.prepare(this.cycle, SOM1, aes());
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER.plusDays(31)), aes());
		assertTask(SOM1, "Adopt previous minutes: SOM1 (%s)", "2031-08-01T18:29:59.999Z");
	}

	@Test
	void withoutAPlannedDayNothingIsDue() {
		// given
		NewCycle dated = this.calendars.proposal();
		NewCycle undated = new NewCycle(dated.name(), dated.title(), dated.zone(), List.of(), dated.request(),
				dated.deadline(), dated.freeze(), dated.reviews(), dated.comments(), dated.papers(), List.of(), null,
				null);
		// when
		this.cycle = this.stage.open(undated);
		// then
		for (MeetingKind kind : MeetingKind.values()) {
			assertThat(task(kind).getDueDate()).isNull();
		}
	}

	@Test
	void aStepThatFailsChangesNothing() {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		Meeting before = this.meetings.of(this.cycle, SOM1);
		this.sabotage.breakTable("audit");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER), aes()))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_holdPostponeOrDrop");
		assertThat(this.meetings.of(this.cycle, SOM1)).isEqualTo(before);
		this.sabotage.mend();
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER), aes());
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void variablesThatSomebodyWritesDecideNothing() {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		ProcessInstance instance = this.stage.meeting(this.cycle, SOM1);
		// when
		this.tasks.setVariables(task(SOM1).getId(), Map.of("postponed", true, "dropped", true, "minutesToAdopt", true,
				"meeting", "ASEMME", "cycle", "ELSEWHERE"));
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(SUMMER), aes());
		// then
		assertThat(instance).isWaitingAtExactly("userTask_recordMeeting");
	}

	private ProcessInstance waitingAt(String task) {
		if (MeetingProcess.PREPARE_MEETING.equals(task)) {
			this.officials.confirm(this.cycle, SOM1);
		}
		ProcessInstance instance = this.stage.meeting(this.cycle, SOM1);
		assertThat(instance).isWaitingAtExactly(task);
		return instance;
	}

	private void assertTask(MeetingKind kind, String name, String due) {
		assertThat(task(kind)).hasCandidateGroup("aes");
		assertThat(task(kind).getName()).isEqualTo(name.formatted(this.cycle));
		assertThat(task(kind).getDueDate()).isEqualTo(Instant.parse(due));
	}

	private Task task(MeetingKind kind) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(this.cycle + "/" + kind).singleResult();
	}

	private Tuple said(String verb, MeetingKind kind, String before, Object after) {
		return tuple(verb + " meeting", this.cycle + "/" + kind, before, after.toString());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
