package org.asemeducation.stocktake.plan.change;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChange;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who coordinates since a cycle said so, in the plan's history and in what is still to
 * come. Every test is undone.
 */
@ProcessTest
@Transactional
class NotingCoordinatorsProcessTest {

	private static final InitiativeId ONE = new InitiativeId(Troupe.ONE_COORDINATOR);

	private static final InitiativeId TWO = new InitiativeId(Troupe.TWO_COORDINATORS);

	private static final InitiativeId SUPPORTED = new InitiativeId(Troupe.SUPPORTED);

	@Autowired
	private NotingCoordinators noting;

	@Autowired
	private ChangePlan plan;

	@Autowired
	private PlanChanges changes;

	@Autowired
	private PlanHistory history;

	@Autowired
	private Register register;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Stage stage;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate today;

	@BeforeEach
	void everythingIsAsThePlanSays() {
		this.today = this.changes.today();
		for (InitiativeId id : List.of(ONE, TWO, SUPPORTED)) {
			note(id);
		}
	}

	@Test
	void thePlanOfTheDayNamesWhoTookOver() {
		// given
		this.jdbc.sql("update initiative set bracket = 'Harbour and friends' where id = :id")
			.param("id", ONE.value())
			.update();
		long seen = this.changes.latest();
		long audited = audited();
		// when
		takesOver(ONE, "Thailand");
		// then
		assertThat(coordinators(ONE, this.today)).containsExactly("Thailand");
		PlanChange change = this.changes.newest(ONE.value(), 1).get(0);
		assertThat(change.act()).isEqualTo("coordinators");
		assertThat(change.from()).isEqualTo(this.today);
		assertThat(change.inForce()).isTrue();
		assertThat(change.means()).isEqualTo("A01-I01: Thailand coordinates, in place of HU coordinates.");
		assertThat(change.reason()).hasSizeBetween(490, 500).startsWith("They retire").endsWith("…");
		assertThat(change.decidedBy()).isEqualTo(Basis.SECRETARIAT);
		assertThat(this.jdbc.sql("select bracket is null from initiative where id = :id")
			.param("id", ONE.value())
			.query(Boolean.class)
			.single()).as("who was printed has left").isTrue();
		assertThat(this.changes.latest()).as("who looked at a preview looks again").isNotEqualTo(seen);
		assertThat(audited()).as("the act has its own audit").isEqualTo(audited);
	}

	@Test
	void whatThePlanDoesNotHaveIsNotNoted() {
		// given
		InitiativeId asked = new InitiativeId("C9-D01-I01");
		long seen = this.changes.latest();
		// when
		takesOver(asked, "Thailand");
		note(ONE);
		// then
		assertThat(this.changes.latest()).isEqualTo(seen);
	}

	@ParameterizedTest
	@EnumSource(names = { "RENAME", "MOVE", "SUSPEND", "END" })
	void aChangeOfALaterDayDoesNotUndoIt(Act act) {
		// given
		LocalDate day = this.today.plusDays(2);
		make(act, ONE, null, day, "HU");
		// when
		takesOver(ONE, "Thailand");
		// then it can be seen before
		assertThat(coordinators(ONE, day)).containsExactly("Thailand");
		comes(day);
		assertThat(coordinators(ONE, day)).containsExactly("Thailand");
		assertThat(this.troupe.coordinates("Thailand", ONE.value())).isTrue();
		assertThat(this.troupe.coordinates("HU", ONE.value())).isFalse();
	}

	@Test
	void whatTheRegisterSaysOnTheDayHoldsHoweverItCameThere() {
		// given
		LocalDate day = this.today.plusDays(2);
		make(Act.RENAME, ONE, null, day);
		coordinate(ONE, "Malta");
		// when
		comes(day);
		// then
		assertThat(coordinators(ONE, day)).containsExactly("Malta");
		assertThat(this.troupe.coordinates("Malta", ONE.value())).isTrue();
	}

	@Test
	void whatWasDecidedAboutTheCoordinatorsComesAsItWasDecided() {
		// given
		LocalDate day = this.today.plusDays(2);
		make(Act.COORDINATORS, ONE, null, day, "Malta");
		make(Act.RENAME, ONE, null, day.plusDays(1));
		// when
		takesOver(ONE, "Thailand");
		// then
		assertThat(coordinators(ONE, this.today)).containsExactly("Thailand");
		assertThat(coordinators(ONE, day)).containsExactly("Malta");
		assertThat(coordinators(ONE, day.plusDays(1))).containsExactly("Malta");
		comes(day.plusDays(1));
		assertThat(this.troupe.coordinates("Malta", ONE.value())).isTrue();
		assertThat(this.troupe.coordinates("Thailand", ONE.value())).isFalse();
	}

	@Test
	void whoTookOverWhatIsMergedJoinsTheOther() {
		// given
		LocalDate day = this.today.plusDays(2);
		make(Act.MERGE, ONE, SUPPORTED, day);
		// when
		takesOver(ONE, "Thailand");
		takesOver(SUPPORTED, "Malta");
		// then
		assertThat(coordinators(SUPPORTED, day)).containsExactly("Malta", "Thailand");
		comes(day);
		assertThat(coordinators(SUPPORTED, day)).containsExactly("Malta", "Thailand");
		assertThat(this.troupe.coordinates("Thailand", SUPPORTED.value())).isTrue();
		assertThat(this.troupe.coordinates("II", SUPPORTED.value())).isFalse();
		assertThat(this.troupe.coordinates("HU", SUPPORTED.value())).isFalse();
	}

	@Test
	void whatIsStillToComeCanBeCalledOffAfterIt() {
		// given
		LocalDate day = this.today.plusDays(2);
		make(Act.RENAME, ONE, null, day);
		long rename = this.changes.newest(ONE.value(), 1).get(0).id();
		takesOver(ONE, "Thailand");
		// when
		this.plan.callOff(rename, this.troupe.user("aes"));
		// then
		assertThat(coordinators(ONE, day)).containsExactly("Thailand");
		assertThat(row(ONE, day).initiative().title()).isEqualTo("One coordinator");
	}

	@Test
	void whatBecameDueIsInForceFirst() {
		// given
		LocalDate day = this.today.plusDays(2);
		make(Act.RENAME, ONE, null, day);
		this.stage.later(2 * 24 * 60 * 60);
		this.today = day;
		// when
		takesOver(ONE, "Thailand");
		// then
		assertThat(row(ONE, day).initiative().title()).isEqualTo("A school by the harbour");
		assertThat(this.changes.due()).isEmpty();
	}

	@Test
	void whatWasMergedIsKnownUntilItIsRevived() {
		// given
		make(Act.MERGE, ONE, TWO, this.today);
		make(Act.MERGE, TWO, SUPPORTED, this.today);
		// when its running update is handed over
		takesOver(ONE, "Malta");
		// then
		assertThat(merged()).containsExactly("A01-I01 A01-I02", "A01-I01 A02-I02", "A01-I02 A02-I02");
		// when
		make(Act.REVIVE, ONE, null, this.today);
		// then
		assertThat(merged()).containsExactly("A01-I02 A02-I02");
	}

	private List<String> merged() {
		return this.jdbc.sql("select initiative || ' ' || into_which from merged_into order by 1")
			.query(String.class)
			.list();
	}

	private void takesOver(InitiativeId id, String party) {
		this.noting.begin();
		coordinate(id, party);
		note(id);
	}

	private void coordinate(InitiativeId id, String... parties) {
		List<Coordination> all = new ArrayList<>();
		for (String party : parties) {
			all.add(new Coordination(this.troupe.party(party).id(), "coordinator", all.size() + 1));
		}
		this.register.coordinate(id.value(), all);
	}

	private void note(InitiativeId id) {
		this.noting.note(id, "They retire. ".repeat(60), Basis.SECRETARIAT, this.troupe.user("aes"));
	}

	private void make(Act act, InitiativeId id, InitiativeId other, LocalDate from, String... parties) {
		this.plan.make(new Asked(act, id, other, "A school by the harbour", 2, List.of(),
				List.of(parties).stream().map((label) -> {
					Party party = this.troupe.party(label);
					return new PlanParty(party.name(), party.acronym(), party.kind(), "coordinator");
				}).toList(), List.of(), List.of(), true, new Basis(from, "It was decided", "SOM1 (ASEMME9)")),
				this.troupe.user("aes"));
	}

	private void comes(LocalDate day) {
		this.stage.later(Duration.between(this.today.atStartOfDay(), day.atStartOfDay()).toSeconds());
		this.plan.putInForce();
	}

	private List<String> coordinators(InitiativeId id, LocalDate day) {
		Initiative initiative = row(id, day).initiative();
		return initiative.coordinators().stream().map(PlanParty::label).toList();
	}

	private PlanRow row(InitiativeId id, LocalDate day) {
		return this.history.asOf(day).stream().filter((row) -> row.id().equals(id)).findFirst().orElseThrow();
	}

	private long audited() {
		return this.jdbc.sql("select count(*) from audit").query(Long.class).single();
	}

}
