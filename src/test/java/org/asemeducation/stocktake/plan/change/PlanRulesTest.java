package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

	private static final PlanParty ASEF = new PlanParty("Asia-Europe Foundation", "ASEF", "stakeholder", "coordinator");

	private static final PlanParty ETF = new PlanParty("European Training Foundation", "ETF", "stakeholder",
			"coordinator");

	private static final PlanParty MALTA = new PlanParty("Malta", null, "partner-country", "host");

	private final Change change = new Change();

	@Test
	void anAddedInitiativeStandsLastUnderItsAction() {
		// when
		Outcome outcome = this.change.of(Act.ADD, "A01-I09").titled("A summer school").under(2).by(ASEF, MALTA).made();
		// then
		PlanRow added = outcome.rows().get(0);
		assertThat(added.action()).isEqualTo(2);
		assertThat(added.position()).isEqualTo(8);
		assertThat(added.standing()).isEqualTo(Standing.IN_FORCE);
		assertThat(added.initiative().coordinators()).containsExactly(ASEF);
		assertThat(added.initiative().details()).containsExactly("What it is about.");
		assertThat(outcome.means()).isEqualTo("A01-I09 “A summer school” is added to action 2.");
	}

	@Test
	void anIdIsNeverGivenTwice() {
		this.change.row = row("A01-I01", Standing.ENDED);
		this.change.of(Act.ADD, "A01-I01").titled("Another").under(1).isRefused("initiative", "There is or was");
	}

	@Test
	void whatIsAddedNeedsATitleAndAnActionOfThePlan() {
		this.change.of(Act.ADD, "A01-I09").titled("").under(1).isRefused("title", "is empty.");
		this.change.titled("A title").under(0).isRefused("action", "Choose the action");
		this.change.under(9).isRefused("action", "The plan has no action 9");
		this.change.under(1).by(ASEF, ASEF).isRefused("parties", "ASEF is named twice");
	}

	@Test
	void aRenamedInitiativeKeepsEverythingElse() {
		// given
		this.change.row = row("A01-I01", Standing.SUSPENDED);
		// when
		Outcome outcome = this.change.of(Act.RENAME, "A01-I01").titled("Another title").made();
		// then
		assertThat(outcome.rows()).containsExactly(this.change.row.titled("Another title"));
		assertThat(outcome.means()).isEqualTo("A01-I01 “Title” is renamed to “Another title”.");
		this.change.titled("Title").isRefused("title", "A01-I01 has that title already");
	}

	@Test
	void aMovedInitiativeStandsUnderAnotherAction() {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		Outcome outcome = this.change.of(Act.MOVE, "A01-I01").under(2).made();
		assertThat(outcome.rows()).containsExactly(this.change.row.under(2, 8));
		this.change.under(1).isRefused("action", "stands under action 1 already");
		this.change.under(7).isRefused("action", "no action 7");
	}

	@ParameterizedTest
	@EnumSource(names = { "RENAME", "MOVE", "COORDINATORS", "MERGE", "END" })
	void nothingIsDoneToWhatHasEnded(Act act) {
		this.change.row = row("A01-I01", Standing.ENDED);
		this.change.other = row("A01-I02", Standing.IN_FORCE);
		this.change.of(act, "A01-I01")
			.with("A01-I02")
			.titled("Another")
			.under(2)
			.by(ETF)
			.isRefused("initiative", "A01-I01 has ended");
	}

	@ParameterizedTest
	@EnumSource(names = { "RENAME", "MOVE", "COORDINATORS", "MERGE", "SUSPEND", "REVIVE", "END" })
	void nothingIsDoneToWhatThePlanNeverHad(Act act) {
		this.change.of(act, "A99-I99").with("A01-I02").isRefused("initiative", "never had an initiative A99-I99");
	}

	@ParameterizedTest
	@EnumSource(value = Standing.class, names = "IN_FORCE", mode = EnumSource.Mode.EXCLUDE)
	void mergingNeedsALivingTarget(Standing standing) {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		this.change.other = row("A01-I02", standing);
		this.change.of(Act.MERGE, "A01-I01").with("A01-I02").isRefused("other", "nothing can be merged into it");
	}

	@Test
	void whatIsMergedEndsAndItsCoordinatorsMayGoOn() {
		// given
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		this.change.other = row("A01-I02", Standing.IN_FORCE).with(List.of(ETF));
		// then
		assertThat(this.change.of(Act.MERGE, "A01-I01").with("A01-I02").made().rows())
			.containsExactly(this.change.row.as(Standing.ENDED));
		this.change.takeOver = true;
		assertThat(this.change.made().rows()).containsExactly(this.change.row.as(Standing.ENDED),
				this.change.other.with(List.of(ETF, ASEF)));
		assertThat(this.change.made().means()).contains("ETF leads and ASEF coordinate");
		this.change.other = this.change.row;
		this.change.with("A01-I01").isRefused("other", "cannot be merged into itself");
		this.change.other = null;
		this.change.with("A09-I09").isRefused("other", "never had an initiative A09-I09");
		this.change.second = null;
		this.change.isRefused("other", "Say which other initiative");
	}

	@Test
	void whatIsSplitOffLeavesTheOtherAsItIs() {
		this.change.other = row("A01-I02", Standing.IN_FORCE);
		Outcome outcome = this.change.of(Act.SPLIT, "A01-I09").with("A01-I02").titled("A half").under(1).made();
		assertThat(outcome.rows()).extracting((row) -> row.id().value()).containsExactly("A01-I09");
		assertThat(outcome.means()).contains("is split off A01-I02, which goes on");
		this.change.other = row("A01-I02", Standing.ENDED);
		this.change.isRefused("other", "A01-I02 has ended");
	}

	@Test
	void onlyWhatIsInForceIsSuspendedAndOnlyWhatIsNotIsRevived() {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		assertThat(this.change.of(Act.SUSPEND, "A01-I01").made().rows())
			.containsExactly(this.change.row.as(Standing.SUSPENDED));
		this.change.of(Act.REVIVE, "A01-I01").isRefused("initiative", "there is nothing to revive");
		this.change.row = row("A01-I01", Standing.ENDED);
		assertThat(this.change.made().rows()).containsExactly(this.change.row.as(Standing.IN_FORCE));
		this.change.of(Act.SUSPEND, "A01-I01").isRefused("initiative", "A01-I01 is ended");
		this.change.row = row("A01-I01", Standing.ENDED).under(7, 1);
		this.change.of(Act.REVIVE, "A01-I01").isRefused("initiative", "Action 7, under which A01-I01 stood");
	}

	@Test
	void whoLeadsStandsFirst() {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		Outcome outcome = this.change.of(Act.COORDINATORS, "A01-I01").by(ETF, ASEF, MALTA).made();
		assertThat(outcome.rows().get(0).initiative().parties()).containsExactly(ETF, ASEF, MALTA);
		assertThat(outcome.rows().get(0).initiative().bracket()).isNull();
		assertThat(outcome.means())
			.isEqualTo("A01-I01: ETF leads and ASEF coordinate, Malta (host), in place of ASEF coordinates.");
		this.change.by(ASEF).isRefused("parties", "nothing would change");
		assertThat(this.change.by().made().means()).contains("nobody coordinates");
	}

	@Test
	void noChangeHoldsFromBeforeTheLastOne() {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		this.change.lastDay = LocalDate.of(2026, 5, 1);
		this.change.of(Act.END, "A01-I01").from("2026-04-30").isRefused("from", "with effect from 1 May 2026");
		assertThat(this.change.from("2026-05-01").made().means()).isEqualTo("A01-I01 ends.");
		this.change.from("2031-11-30").isRefused("from", "more than 5 years ahead");
		assertThat(this.change.from("2031-11-29").made().rows()).hasSize(1);
	}

	@Test
	void noChangeHoldsFromBeforeTheOtherWasChanged() {
		this.change.row = row("A01-I01", Standing.IN_FORCE);
		this.change.other = row("A01-I02", Standing.IN_FORCE);
		this.change.otherLastDay = LocalDate.of(2026, 12, 24);
		this.change.of(Act.MERGE, "A01-I01").with("A01-I02").isRefused("from", "A01-I02 was last changed");
	}

	@Test
	void nothingHappenedBeforeTheHistoryBegan() {
		this.change.of(Act.ADD, "A01-I09").titled("A").under(1).from("2019-12-31").isRefused("from", "1 January 2020");
	}

	private static PlanRow row(String id, Standing standing) {
		return new PlanRow(new Initiative(new InitiativeId(id), null, null, "Title", List.of(), false, "ASEF",
				List.of(ASEF), List.of("Meet."), List.of(), List.of()), standing, 1, 1);
	}

	/** A change with good defaults. */
	private static final class Change {

		private @Nullable PlanRow row;

		private @Nullable PlanRow other;

		private @Nullable LocalDate lastDay;

		private @Nullable LocalDate otherLastDay;

		private Act act = Act.END;

		private InitiativeId id = new InitiativeId("A01-I01");

		private @Nullable InitiativeId second;

		private String title = "";

		private int action;

		private List<PlanParty> parties = List.of();

		private boolean takeOver;

		private LocalDate from = TODAY;

		Change of(Act what, String initiative) {
			this.act = what;
			this.id = new InitiativeId(initiative);
			return this;
		}

		Change with(String initiative) {
			this.second = new InitiativeId(initiative);
			return this;
		}

		Change titled(String text) {
			this.title = text;
			return this;
		}

		Change under(int number) {
			this.action = number;
			return this;
		}

		Change by(PlanParty... who) {
			this.parties = List.of(who);
			return this;
		}

		Change from(String day) {
			this.from = LocalDate.parse(day);
			return this;
		}

		Outcome made() {
			return new PlanRules(
					new Asked(this.act, this.id, this.second, this.title, this.action, List.of("What it is about."),
							this.parties, List.of(), List.of(), this.takeOver, new Basis(this.from, "Decided.", "")),
					new Ground(Optional.ofNullable(this.row), Optional.ofNullable(this.lastDay),
							Optional.ofNullable(this.other), Optional.ofNullable(this.otherLastDay),
							Map.of(1, "Exchange", 2, "Learn"), 8, LocalDate.of(2020, 1, 1)))
				.outcome(TODAY);
		}

		void isRefused(String field, String words) {
			assertThatExceptionOfType(Refused.class).isThrownBy(this::made)
				.withMessageContaining(words)
				.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
					.containsExactly(field));
		}

	}

}
