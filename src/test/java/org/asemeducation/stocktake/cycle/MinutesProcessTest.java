package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Sabotage;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.cycle.MeetingKind.ASEMME;
import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * Each senior officials' meeting adopts the minutes of those before it.
 */
@ProcessTest
class MinutesProcessTest {

	private static final String ADOPT = "userTask_adoptMinutes";

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Sabotage sabotage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MinutesAdoption adoption;

	@Autowired
	private Minutes minutes;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@Test
	void theFollowingMeetingAdoptsTheMinutes() {
		// given
		this.officials.hold(this.cycle, ISOM);
		ProcessInstance som1 = this.stage.meeting(this.cycle, SOM1);
		// when
		this.officials.bringToMinutes(this.cycle, SOM1);
		assertThat(som1).isWaitingAtExactly(ADOPT);
		decide(SOM1, Map.of(key(ISOM), "adopted"));
		// then
		assertThat(som1).isWaitingAtExactly("userTask_recordMeeting");
		this.officials.record(this.cycle, SOM1);
		assertThat(this.path.of(som1)).containsSubsequence("exclusiveGateway_minutesToAdopt", ADOPT,
				"exclusiveGateway_minutesDealtWith", "userTask_recordMeeting", "endEvent_meetingRecorded");
		assertThat(decided()).containsExactly(tuple("ISOM", "SOM1", true));
	}

	@Test
	void adoptedMinutesAreNotAskedForAgain() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.hold(this.cycle, SOM1);
		// when
		this.officials.bringToMinutes(this.cycle, SOM2);
		// then
		assertThat(waiting(SOM2)).containsExactly(key(SOM1));
		decide(SOM2, Map.of(key(SOM1), "adopted"));
		assertThat(decided()).containsExactly(tuple("ISOM", "SOM1", true), tuple("SOM1", "SOM2", true));
	}

	@Test
	void minutesThatAreNotAdoptedWaitForTheNextMeeting() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.bringToMinutes(this.cycle, SOM1);
		// when
		decide(SOM1, Map.of(key(ISOM), "not-adopted"));
		this.officials.record(this.cycle, SOM1);
		this.officials.bringToMinutes(this.cycle, SOM2);
		// then
		assertThat(waiting(SOM2)).containsExactly(key(ISOM), key(SOM1));
		this.adoption.adoptAll(this.cycle, SOM2, aes());
		assertThat(decided()).containsExactly(tuple("ISOM", "SOM1", false), tuple("ISOM", "SOM2", true),
				tuple("SOM1", "SOM2", true));
	}

	@Test
	void aDroppedMeetingLeavesNoMinutes() {
		// given
		this.officials.drop(this.cycle, ISOM);
		// when
		this.officials.bringToMinutes(this.cycle, SOM1);
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void ministersAdoptNoMinutesAndLeaveNone() {
		// given
		this.officials.hold(this.cycle, SOM2);
		// when
		this.officials.bringToMinutes(this.cycle, ASEMME);
		// then
		assertThat(this.stage.meeting(this.cycle, ASEMME)).isWaitingAtExactly("userTask_recordMeeting");
		this.officials.record(this.cycle, ASEMME);
		CycleName next = openLater(700);
		assertThat(this.minutes.waitingFor(next, ISOM)).extracting(EarlierMinutes::key).containsExactly(key(SOM2));
	}

	@Test
	void theFirstMeetingAdoptsTheMinutesOfTheCycleBefore() {
		// given
		this.officials.hold(this.cycle, SOM2);
		CycleName next = openLater(700);
		// when
		this.officials.bringToMinutes(next, ISOM);
		// then
		assertThat(this.stage.meeting(next, ISOM)).isWaitingAtExactly(ADOPT);
		assertThat(this.minutes.waitingFor(next, ISOM)).extracting(EarlierMinutes::key).containsExactly(key(SOM2));
		this.adoption.adoptAll(next, ISOM, aes());
		assertThat(decided()).containsExactly(tuple("SOM2", "ISOM", true));
	}

	@Test
	void theCycleBeforeTheOneBeforeIsLeftAlone() {
		// given
		this.officials.hold(this.cycle, SOM2);
		openLater(100);
		CycleName last = openLater(1400);
		// when
		this.officials.bringToMinutes(last, ISOM);
		// then
		assertThat(this.stage.meeting(last, ISOM)).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void aMeetingHeldLaterLeavesItsMinutesToLaterOnes() {
		// given ISOM is held after SOM1
		this.officials.hold(this.cycle, SOM1);
		this.officials.hold(this.cycle, ISOM, this.meetings.of(this.cycle, SOM1).held().plusDays(1));
		// then
		assertThat(decided()).containsExactly(tuple("SOM1", "ISOM", true));
		assertThat(this.minutes.waitingFor(this.cycle, SOM2)).extracting(EarlierMinutes::key)
			.containsExactly(key(ISOM));
	}

	@Test
	void allMinutesAreDecidedOn() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.bringToMinutes(this.cycle, SOM1);
		// when, then
		for (Map<String, String> decisions : List.of(Map.<String, String>of(), Map.of(key(ISOM), "perhaps"))) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(SOM1, decisions))
				.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
					.containsExactly(key(ISOM)));
		}
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly(ADOPT);
		assertThat(decided()).isEmpty();
	}

	@Test
	void minutesThatAnotherMeetingHasAdoptedMeanwhileNeedNoDecision() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.bringToMinutes(this.cycle, SOM1);
		this.officials.hold(this.cycle, SOM2);
		// when
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> decide(SOM1, Map.of(key(ISOM), "adopted")))
			.withMessageContaining("do not wait to be adopted, or no longer");
		decide(SOM1, Map.of());
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
		assertThat(decided()).containsExactly(tuple("ISOM", "SOM2", true), tuple("SOM1", "SOM2", true));
	}

	@Test
	void twoCyclesThatAdoptTheSameMinutesInTheSameMomentAdoptThemOnce() {
		// given
		this.officials.hold(this.cycle, SOM1);
		CycleName next = openLater(700);
		this.officials.bringToMinutes(this.cycle, SOM2);
		this.officials.bringToMinutes(next, ISOM);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("meeting where cycle = '%s'".formatted(this.cycle),
				() -> decide(SOM2, Map.of(key(SOM1), "adopted")),
				() -> this.adoption.decide(next, ISOM, Map.of(key(SOM1), "adopted", key(SOM2), "not-adopted"), aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessage("Nothing is saved: the minutes of %s do not wait to be adopted, or no longer. "
					+ "Open the task again.", key(SOM1));
		assertThat(decided()).containsExactly(tuple("SOM1", "SOM2", true));
		assertThat(this.stage.meeting(next, ISOM)).isWaitingAtExactly(ADOPT);
		this.adoption.decide(next, ISOM, Map.of(key(SOM2), "adopted"), aes());
		assertThat(this.stage.meeting(next, ISOM)).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void aDecisionThatFailsIsNotHalfSaved() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.bringToMinutes(this.cycle, SOM1);
		this.sabotage.breakTable("minutes");
		// when
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.adoption.adoptAll(this.cycle, SOM1, aes()))
			.withMessageContaining("sabotaged");
		// then
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly(ADOPT);
		assertThat(this.meetings.of(this.cycle, SOM1).minutesDealtWith()).isFalse();
		this.sabotage.mend();
		this.adoption.adoptAll(this.cycle, SOM1, aes());
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
	}

	private CycleName openLater(int days) {
		this.stage.later(60);
		return this.stage.openIn(days);
	}

	private void decide(MeetingKind at, Map<String, String> decisions) {
		this.adoption.decide(this.cycle, at, decisions, aes());
	}

	private List<String> waiting(MeetingKind kind) {
		return this.minutes.waitingFor(this.cycle, kind).stream().map(EarlierMinutes::key).toList();
	}

	private List<Tuple> decided() {
		return this.jdbc.sql("""
				select kind, at_kind, adopted from minutes where cycle = :cycle and decided_by = :aes
				order by kind, adopted, at_kind""")
			.param("cycle", this.cycle.value())
			.param("aes", aes())
			.query((row, number) -> tuple(row.getString("kind"), row.getString("at_kind"), row.getBoolean("adopted")))
			.list();
	}

	private String key(MeetingKind kind) {
		return this.cycle + "/" + kind;
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
