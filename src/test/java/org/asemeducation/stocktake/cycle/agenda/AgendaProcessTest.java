package org.asemeducation.stocktake.cycle.agenda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.asemeducation.stocktake.cycle.MeetingKind.ASEMME;
import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The agenda of a meeting: standing points, points of its own, the slots that are given.
 */
@ProcessTest
class AgendaProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private Agendas agendas;

	@Autowired
	private AskingForSlot asking;

	@Autowired
	private Slots slots;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@Test
	void everyMeetingHasItsStandingPoints() {
		// then
		assertThat(titles(SOM1)).containsExactly("1 Minutes of the last meeting", "2 State of play of the stocktaking",
				"3 Initiatives of the Action Plan", "4 Reports of the reviewing bodies", "5 Updates by partners",
				"6 State of play of the ASEM Foreign Ministers’ process");
		assertThat(this.agendas.lines(this.cycle, SOM1).get(1).note()).contains("Structure of the Stocktaking Report");
		assertThat(titles(ASEMME)).as("ministers adopt no minutes").startsWith("1 State of play of the stocktaking");
	}

	@Test
	void theMinutesThatWaitStandUnderTheirPoint() {
		// given
		this.officials.hold(this.cycle, ISOM);
		// then
		assertThat(this.agendas.lines(this.cycle, SOM1).get(0).note())
			.isEqualTo("To be adopted: ISOM of %s.".formatted(this.cycle));
	}

	@Test
	void pointsAreStruckMovedAndAdded() {
		// given
		List<AgendaPoint> points = new ArrayList<>(Agenda.usual(SOM1).points());
		Collections.swap(points, 0, 5);
		points.set(3, struck(points.get(3)));
		points.add(1, new AgendaPoint(null, "Welcome", "By the host", 10, false));
		// when
		save(0, points);
		// then
		assertThat(titles(SOM1)).containsExactly("1 State of play of the ASEM Foreign Ministers’ process", "2 Welcome",
				"3 State of play of the stocktaking", "4 Initiatives of the Action Plan", "5 Updates by partners",
				"6 Minutes of the last meeting");
		assertThat(this.agendas.prepared(this.cycle, SOM1).points()).hasSize(7)
			.anySatisfy((point) -> assertThat(point.struck()).isTrue());
	}

	@Test
	void givenSlotsStandUnderTheirPointAndNoOthersDo() {
		// given
		give(ask("malta", Troupe.TWO_COORDINATORS, "A harbour for all"));
		ask("inland", Troupe.SUPPORTED, "Not answered");
		long refused = ask("harbour", Troupe.ONE_COORDINATOR, "Not given");
		this.asking.answer(this.cycle, SOM1, refused, new SlotAnswer(false, null, "", "The day is full."), aes());
		// when
		List<AgendaLine> lines = this.agendas.lines(this.cycle, SOM1);
		// then
		assertThat(lines).filteredOn(AgendaLine::isUnder)
			.containsExactly(
					new AgendaLine("3.1", "A harbour for all", "A01-I02 Two coordinators, first day, 14:30", 8));
		// when the point itself is struck
		List<AgendaPoint> points = new ArrayList<>(Agenda.usual(SOM1).points());
		points.set(2, struck(points.get(2)));
		save(0, points);
		// then
		assertThat(this.agendas.lines(this.cycle, SOM1)).noneMatch(AgendaLine::isUnder);
	}

	@Test
	void aVersionThatWasSentStaysAsItWas() {
		// given
		assertThat(this.agendas.send(this.cycle, SOM1, aes())).isEqualTo(1);
		List<AgendaLine> first = this.agendas.lines(this.cycle, SOM1);
		assertThat(this.agendas.send(this.cycle, SOM1, aes())).as("nothing has changed").isEqualTo(1);
		// when
		give(ask("malta", Troupe.TWO_COORDINATORS, "A harbour for all"));
		assertThat(this.agendas.send(this.cycle, SOM1, aes())).isEqualTo(2);
		// then
		assertThat(this.agendas.sent(this.cycle, SOM1)).extracting(SentAgenda::number).containsExactly(2, 1);
		assertThat(this.agendas.sent(this.cycle, SOM1).get(1).lines()).isEqualTo(first);
		assertThat(this.agendas.sent(this.cycle, SOM1).get(0).lines()).hasSize(7);
	}

	@Test
	void twoWhoSaveOnTheSameVersionAreToldApart() {
		// given
		List<AgendaPoint> points = Agenda.usual(SOM1).points();
		save(0, points);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> save(1, points), () -> save(1, points.stream().map(AgendaProcessTest::struck).toList()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody has changed the agenda meanwhile");
		assertThat(this.agendas.prepared(this.cycle, SOM1).version()).isEqualTo(2);
		assertThat(titles(SOM1)).hasSize(6);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(0, points)).withMessageContaining("meanwhile");
	}

	@Test
	void theAgendaOfAMeetingThatIsRecordedStays() {
		// given
		this.officials.hold(this.cycle, SOM1);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(0, Agenda.usual(SOM1).points()))
			.withMessage("Nothing is saved: SOM1 of %s is recorded.", this.cycle);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			          | ' '     |    | give each point a title
			          | Welcome | 0  | give the minutes of “Welcome”
			partners  | Again   |    | “Updates by partners” has to be in it once
			songs     | Songs   |    | “songs” is no point that every meeting has
			""")
	void whatCannotBeIsOneSentenceAndChangesNothing(String standing, String title, Integer minutes, String sentence) {
		// given
		List<AgendaPoint> points = new ArrayList<>(Agenda.usual(SOM1).points());
		points.add(new AgendaPoint(standing, title, "", minutes, false));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(0, points)).withMessageContaining(sentence);
		assertThat(this.agendas.prepared(this.cycle, SOM1).version()).isZero();
	}

	private void save(int version, List<AgendaPoint> points) {
		this.agendas.save(this.cycle, SOM1, new Agenda(version, points), aes());
	}

	private static AgendaPoint struck(AgendaPoint point) {
		return new AgendaPoint(point.standing(), point.title(), point.note(), point.minutes(), true);
	}

	private List<String> titles(MeetingKind kind) {
		return this.agendas.lines(this.cycle, kind).stream().map((line) -> line.label() + " " + line.title()).toList();
	}

	private long ask(String name, String initiative, String title) {
		this.asking.ask(this.cycle, initiative, new NewSlot(SOM1, title, 10, "To find a host."),
				new Person(this.troupe.user(name), name, Set.of("party")));
		List<Slot> asked = this.slots.about(this.cycle, initiative);
		return asked.get(asked.size() - 1).id();
	}

	private void give(long id) {
		this.asking.answer(this.cycle, SOM1, id, new SlotAnswer(true, 8, "first day, 14:30", ""), aes());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
