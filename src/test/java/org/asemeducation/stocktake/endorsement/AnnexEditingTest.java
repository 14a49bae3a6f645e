package org.asemeducation.stocktake.endorsement;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.endorsement.AnnexChange.Kind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.SUPPORTED;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What senior officials asked to change in the annex, from the second meeting to the
 * version for ministers. Line 1 is {@code A01-I01}'s, line 2 {@code A02-I02}'s.
 */
@ProcessTest
class AnnexEditingTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private AnnexEditing editing;

	@Autowired
	private EndorsementActs acts;

	@Autowired
	private EndorsementViews views;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void putToOfficials() {
		this.cycle = this.endorsements.accepted();
		this.endorsements.withOfficials(this.cycle);
		this.endorsements.record(this.cycle, MeetingKind.SOM2);
	}

	@Test
	void changedAddedAndStruckLinesComeToMinistersAndOfficialsKeepWhatTheySaw() {
		// when
		this.editing.change(this.cycle, 1, saying("Go on with two partners more"), "Malta", 0, aes());
		int added = this.editing.add(this.cycle, TWO_COORDINATORS, saying("Hold a closing conference"), "SOM2", aes());
		this.editing.strike(this.cycle, 2, "Thailand", 0, aes());
		takeIn("Be shorter.");
		// then
		assertThat(added).isEqualTo(3);
		assertThat(this.endorsements.lines(this.cycle, State.FOR_MINISTERS)).containsExactly(
				"1 %s Go on with two partners more".formatted(ONE_COORDINATOR),
				"3 %s Hold a closing conference".formatted(TWO_COORDINATORS));
		assertThat(this.endorsements.lines(this.cycle, State.FOR_OFFICIALS))
			.containsExactly("1 %s Go on".formatted(ONE_COORDINATOR), "2 %s Go on".formatted(SUPPORTED));
	}

	@Test
	void everyChangeSaysWhoAskedForItAndWhoEnteredIt() {
		// when
		this.editing.change(this.cycle, 1, saying("Go on with two partners more"), " Malta ", 0, aes());
		this.editing.strike(this.cycle, 2, "Thailand", 0, aes());
		this.editing.add(this.cycle, TWO_COORDINATORS, saying("Hold a closing conference"), "SOM2", aes());
		// then
		assertThat(this.views.of(this.cycle).lines())
			.extracting(EndorsementView.Line::number, EndorsementView.Line::change, EndorsementView.Line::askedBy,
					EndorsementView.Line::version)
			.containsExactly(tuple(1, Kind.CHANGED, "Malta", 1), tuple(2, Kind.STRUCK, "Thailand", 1),
					tuple(3, Kind.ADDED, "SOM2", 1));
		assertThat(audit()).containsExactly(
				"change annex | %s | null | line 1 changed, asked by Malta: Go on with two partners more"
					.formatted(ONE_COORDINATOR),
				"change annex | %s | null | line 2 struck, asked by Thailand".formatted(SUPPORTED),
				"change annex | %s | null | line 3 added, asked by SOM2: Hold a closing conference"
					.formatted(TWO_COORDINATORS));
	}

	@Test
	void aChangeIsShownBesideWhatOfficialsSaw() {
		// when
		this.editing.change(this.cycle, 1, new Wording("Go on", "2032", "A book", " ", "1.1: More mobility\u0001"),
				"Malta", 0, aes());
		// then
		EndorsementView.Line line = this.views.of(this.cycle).lines().get(0);
		assertThat(line.put()).isEqualTo(new Wording("Go on", "2031", null, null, null));
		assertThat(line.now()).isEqualTo(new Wording("Go on", "2032", "A book", null, "1.1: More mobility"));
	}

	@Test
	void aChangeIsTakenBackAndTheLineIsAsItWas() {
		// given
		this.editing.strike(this.cycle, 1, "Malta", 0, aes());
		int added = this.editing.add(this.cycle, SUPPORTED, saying("Publish"), "SOM2", aes());
		// when
		this.editing.takeBack(this.cycle, 1, 1, aes());
		this.editing.takeBack(this.cycle, added, 1, aes());
		takeIn(null);
		// then
		assertThat(this.endorsements.lines(this.cycle, State.FOR_MINISTERS))
			.isEqualTo(this.endorsements.lines(this.cycle, State.FOR_OFFICIALS));
	}

	@Test
	void aChangeIsChangedAgain() {
		// given
		int added = this.editing.add(this.cycle, SUPPORTED, saying("Publish"), "SOM2", aes());
		this.editing.strike(this.cycle, 1, "Malta", 0, aes());
		// when
		this.editing.change(this.cycle, added, saying("Publish in two languages"), "Thailand", 1, aes());
		this.editing.change(this.cycle, 1, saying("Go on, smaller"), "Malta", 1, aes());
		// then
		assertThat(this.views.of(this.cycle).lines())
			.extracting(EndorsementView.Line::number, EndorsementView.Line::change, EndorsementView.Line::askedBy,
					EndorsementView.Line::version, (line) -> line.now().activity())
			.containsExactly(tuple(1, Kind.CHANGED, "Malta", 2, "Go on, smaller"), tuple(2, null, null, 0, "Go on"),
					tuple(added, Kind.ADDED, "Thailand", 2, "Publish in two languages"));
	}

	@Test
	void whatWasAcceptedSinceIsNamed() {
		// given
		assertThat(this.views.of(this.cycle).acceptedSince()).isEmpty();
		this.stage.later(1);
		// when
		this.endorsements.accept(this.cycle, TWO_COORDINATORS, "harbour");
		// then
		assertThat(this.views.of(this.cycle).acceptedSince()).containsExactly(TWO_COORDINATORS);
	}

	@Test
	void whatIsMissingIsNamed() {
		assertProblems(() -> this.editing.change(this.cycle, 1, saying(" "), "", 0, aes()), "activity", "askedBy");
		assertProblems(() -> this.editing.strike(this.cycle, 1, null, 0, aes()), "askedBy");
		assertProblems(() -> this.editing.add(this.cycle, null, saying(null), null, aes()), "initiative", "activity",
				"askedBy");
		assertProblems(() -> this.editing.add(this.cycle, "A99-I01", saying("Go"), "Malta", aes()), "initiative");
		assertThat(this.views.of(this.cycle).lines()).allMatch((line) -> line.change() == null);
	}

	@Test
	void whatCannotBeIsRefused() {
		int added = this.editing.add(this.cycle, SUPPORTED, saying("Publish"), "SOM2", aes());
		assertRefused(() -> this.editing.change(this.cycle, 1, new Wording("Go on", "2031", null, null, null), "Malta",
				0, aes()), "Line 1 already says this");
		assertRefused(() -> this.editing.change(this.cycle, 17, saying("Go"), "Malta", 0, aes()), "has no line 17");
		assertRefused(() -> this.editing.strike(this.cycle, 17, "Malta", 0, aes()), "has no line 17");
		assertRefused(() -> this.editing.strike(this.cycle, added, "Malta", 1, aes()), "take it back instead");
		assertRefused(() -> this.editing.takeBack(this.cycle, 1, 0, aes()), "as it was put to officials");
	}

	@Test
	void nothingIsChangedBeforeTheMeetingIsRecorded() {
		// given
		CycleName other = this.endorsements.accepted();
		this.endorsements.withOfficials(other);
		// when, then
		String why = "SOM2 of %s is not recorded yet".formatted(other);
		assertRefused(() -> this.editing.change(other, 1, saying("Go"), "Malta", 0, aes()), why);
		assertRefused(() -> this.editing.strike(other, 1, "Malta", 0, aes()), why);
		assertRefused(() -> this.editing.add(other, SUPPORTED, saying("Go"), "Malta", aes()), why);
		assertRefused(() -> this.editing.takeBack(other, 1, 1, aes()), why);
	}

	@Test
	void nothingIsChangedOnceAllIsTakenIn() {
		// given
		this.editing.strike(this.cycle, 2, "Malta", 0, aes());
		takeIn(null);
		// when, then
		String why = "taken in already";
		assertRefused(() -> this.editing.change(this.cycle, 1, saying("Go"), "Malta", 0, aes()), why);
		assertRefused(() -> this.editing.strike(this.cycle, 1, "Malta", 0, aes()), why);
		assertRefused(() -> this.editing.add(this.cycle, SUPPORTED, saying("Go"), "Malta", aes()), why);
		assertRefused(() -> this.editing.takeBack(this.cycle, 2, 1, aes()), why);
	}

	@Test
	void twoPeopleAtOneLineDoNotUndoEachOther() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.editing.change(this.cycle, 1, saying("First words"), "Malta", 0, aes()),
				() -> this.editing.strike(this.cycle, 1, "Thailand", 0, aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get(InstanceOfAssertFactories.THROWABLE)
			.isInstanceOf(Refused.class)
			.hasMessageContaining("Somebody has changed line 1 meanwhile");
		assertThat(this.views.of(this.cycle).lines().get(0).now().activity()).isEqualTo("First words");
	}

	@Test
	void twoLinesAddedAtOnceAreTwoLines() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> this.editing.add(this.cycle, SUPPORTED, saying("One"), "Malta", aes()),
				() -> this.editing.add(this.cycle, SUPPORTED, saying("Another"), "Thailand", aes()));
		// then
		assertThat(told).allMatch(Optional::isEmpty);
		assertThat(this.views.of(this.cycle).lines()).extracting(EndorsementView.Line::number)
			.containsExactly(1, 2, 3, 4);
	}

	private static Wording saying(String activity) {
		return new Wording(activity, null, null, null, null);
	}

	private void takeIn(String asked) {
		this.acts.takeInChanges(this.cycle, asked, aes());
		this.jobs.run(this.cycle, Endorsements.SEAL_FOR_MINISTERS);
	}

	private static void assertProblems(ThrowingCallable act, String... fields) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act)
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly(fields));
	}

	private static void assertRefused(ThrowingCallable act, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act).withMessageContaining(why);
	}

	private List<String> audit() {
		return this.jdbc
			.sql("""
					select act || ' | ' || split_part(subject, '/', 2) || ' | ' || coalesce(before, 'null') || ' | ' || after
					from audit where subject like :cycle || '/%' and act like '%annex%' and who = :aes order by id""")
			.param("cycle", this.cycle.value())
			.param("aes", aes())
			.query(String.class)
			.list();
	}

	private String aes() {
		return this.endorsements.aes();
	}

}
