package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.cycle.MeetingKind.ASEMME;
import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * What is not said about a meeting: what is incomplete, comes out of order, or comes
 * second.
 */
@ProcessTest
class MeetingConflictTest {

	private static final LocalDate SUMMER = LocalDate.of(2031, 7, 1);

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private RecordTasks recordTasks;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@Test
	void fourMeetingsAreRecordedInTheSameMoment() {
		// given
		for (MeetingKind kind : List.of(ASEMME, SOM2, SOM1, ISOM)) {
			this.officials.bringToMinutes(this.cycle, kind);
		}
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(meetingRows(),
				() -> this.officials.record(this.cycle, ISOM), () -> this.officials.record(this.cycle, SOM1),
				() -> this.officials.record(this.cycle, SOM2), () -> this.officials.record(this.cycle, ASEMME));
		// then
		assertThat(told).hasSize(4).allSatisfy((refusal) -> assertThat(refusal).isEmpty());
		assertThat(this.meetings.of(this.cycle)).hasSize(4).allMatch(Meeting::isRecorded);
		assertThat(this.stage.instances("meeting", this.cycle + "/%")).isEmpty();
		assertThat(this.stage.instance("cycle", this.cycle)).isNotWaitingAt("callActivity_isom", "callActivity_som1",
				"callActivity_som2", "callActivity_asemme");
	}

	@Test
	void twoWhoRecordTheSameMeetingRecordItOnce() {
		// given
		this.officials.bringToMinutes(this.cycle, SOM1);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(meetingRows(), () -> record("The first record"),
				() -> record("The second record"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertRefused(told.get(1), "Nothing has changed: SOM1 of %s is recorded already");
		assertThat(this.meetings.of(this.cycle, SOM1).decisions()).isEqualTo("The first record");
	}

	@Test
	void whatOneHeldAnotherDoesNotDropInTheSameMoment() {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(meetingRows(), () -> decide(MeetingOutcome.held(SUMMER)),
				() -> decide(MeetingOutcome.dropped("No host")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertRefused(told.get(1), "Nothing has changed: SOM1 of %s was held and is not recorded");
		assertThat(this.meetings.of(this.cycle, SOM1)).extracting(Meeting::state, Meeting::reason)
			.containsExactly("held", null);
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_recordMeeting");
	}

	@Test
	void whatOneDroppedAnotherDoesNotConfirmInTheSameMoment() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(meetingRows(), () -> this.officials.drop(this.cycle, SOM1),
				() -> this.officials.confirm(this.cycle, SOM1));
		// then
		assertThat(told.get(0)).isEmpty();
		assertRefused(told.get(1), "Nothing has changed: SOM1 of %s was dropped");
		assertThat(this.stage.instances("meeting", this.cycle + "/SOM1")).isEmpty();
	}

	@Test
	void eachStepIsSaidInItsTurnOnly() {
		// when, then
		assertOutOfTurn("is not confirmed", this::prepare, this::hold, this::record);
		this.officials.confirm(this.cycle, SOM1);
		assertOutOfTurn("is confirmed and not prepared", this::confirm, this::hold, this::record);
		prepare();
		assertOutOfTurn("is prepared and not held", this::confirm, this::prepare, this::record);
		hold();
		assertOutOfTurn("was held and is not recorded", this::confirm, this::prepare, this::hold, this::postpone,
				this::drop);
		record();
		assertOutOfTurn("is recorded already", this::confirm, this::prepare, this::hold, this::postpone, this::drop,
				this::record);
	}

	@Test
	void aDroppedMeetingIsNotTakenUpAgain() {
		// given
		drop();
		// when, then
		assertOutOfTurn("was dropped", this::confirm, this::prepare, this::hold, this::postpone, this::drop,
				this::record);
	}

	@Test
	void aMeetingIsNotRecordedPastItsMinutes() {
		// given
		this.officials.hold(this.cycle, ISOM);
		this.officials.bringToMinutes(this.cycle, SOM1);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(this::record)
			.withMessage("This step of %s/SOM1 is not open, or no longer.", this.cycle);
		assertThat(this.meetings.of(this.cycle, SOM1).isRecorded()).isFalse();
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_adoptMinutes");
	}

	@Test
	void theTasksOfTheEarlierModelAreNotOpen() {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.recordTasks.record(this.cycle, SOM1,
					new RecordTasks.HeldOrDropped("held", SUMMER, null, MeetingFormat.IN_PERSON, null), aes()))
			.withMessageContaining("is not open, or no longer");
		assertThat(this.meetings.of(this.cycle, SOM1).state()).isEqualTo("planned");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatIsIncompleteIsRefusedAtItsField(String field, Consumer<MeetingConflictTest> act) {
		// given
		this.officials.bringToItsDay(this.cycle, SOM1);
		Meeting before = this.meetings.of(this.cycle, SOM1);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> act.accept(this))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field).containsExactly(field));
		assertThat(this.meetings.of(this.cycle, SOM1)).isEqualTo(before);
		assertThat(this.stage.meeting(this.cycle, SOM1)).isWaitingAtExactly("userTask_holdPostponeOrDrop");
	}

	static Stream<Arguments> whatIsIncompleteIsRefusedAtItsField() {
		return Stream.of(
				incomplete("planned",
						(test) -> test.confirm(new MeetingPlan(null, "Seoul", MeetingFormat.IN_PERSON, "Korea"))),
				incomplete("outcome", (test) -> test.decide(new MeetingOutcome(null, SUMMER, SUMMER, "Why"))),
				incomplete("outcome", (test) -> test.decide(new MeetingOutcome("moved", SUMMER, SUMMER, "Why"))),
				incomplete("heldOn", (test) -> test.decide(new MeetingOutcome("held", null, SUMMER, "Why"))),
				incomplete("reason", (test) -> test.decide(MeetingOutcome.postponed(SUMMER, " "))),
				incomplete("reason", (test) -> test.decide(new MeetingOutcome("dropped", SUMMER, null, null))),
				incomplete("heldOn",
						(test) -> test.record(new MeetingRecord(null, null, MeetingFormat.VIRTUAL, 1, 2, 3, null))),
				incomplete("partners",
						(test) -> test.record(new MeetingRecord(SUMMER, null, MeetingFormat.VIRTUAL, -1, 2, 3, null))),
				incomplete("stakeholders",
						(test) -> test.record(new MeetingRecord(SUMMER, null, MeetingFormat.VIRTUAL, 0, -2, 3, ""))),
				incomplete("persons",
						(test) -> test.record(new MeetingRecord(SUMMER, null, MeetingFormat.VIRTUAL, 1, 2, -3, null))));
	}

	private static Arguments incomplete(String field, Consumer<MeetingConflictTest> act) {
		return Arguments.of(field, act);
	}

	private void assertOutOfTurn(String standing, Runnable... acts) {
		Meeting before = this.meetings.of(this.cycle, SOM1);
		for (Runnable act : acts) {
			assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
				.withMessage("Nothing has changed: SOM1 of %s %s. Open the task list again to see what is next.",
						this.cycle, standing);
		}
		assertThat(this.meetings.of(this.cycle, SOM1)).isEqualTo(before);
	}

	private void assertRefused(Optional<Throwable> told, String sentence) {
		assertThat(told).get().isInstanceOf(Refused.class).asString().contains(sentence.formatted(this.cycle));
	}

	private void confirm() {
		confirm(new MeetingPlan(SUMMER, null, MeetingFormat.VIRTUAL, null));
	}

	private void confirm(MeetingPlan plan) {
		this.acts.confirm(this.cycle, SOM1, plan, aes());
	}

	private void prepare() {
		this.acts.prepare(this.cycle, SOM1, aes());
	}

	private void hold() {
		decide(MeetingOutcome.held(SUMMER));
	}

	private void postpone() {
		decide(MeetingOutcome.postponed(null, "Elections"));
	}

	private void drop() {
		decide(MeetingOutcome.dropped("No host"));
	}

	private void decide(MeetingOutcome outcome) {
		this.acts.decide(this.cycle, SOM1, outcome, aes());
	}

	private void record() {
		record("The next speakers");
	}

	private void record(String decisions) {
		record(new MeetingRecord(SUMMER, null, MeetingFormat.VIRTUAL, null, null, null, decisions));
	}

	private void record(MeetingRecord record) {
		this.acts.record(this.cycle, SOM1, record, aes());
	}

	private String meetingRows() {
		return "meeting where cycle = '%s'".formatted(this.cycle);
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
