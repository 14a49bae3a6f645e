package org.asemeducation.stocktake.plan;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PlansTest {

	static Stream<Supplier<ActionPlan>> plans() {
		return Stream.of(PlanFiles::smallPlan, PlanFiles::bundledPlan, PlanFiles::finalPlan, PlanFiles::draftPlan);
	}

	private static void test(Consumer<TestPlans> test) {
		TestPlans.undone(TestDatabase.dataSource(), test);
	}

	@Test
	void withoutAPlanThereIsNone() {
		test((it) -> {
			assertThat(it.plans.isLoaded()).isFalse();
			assertThatIllegalStateException().isThrownBy(it.plans::current).withMessageContaining("/desk/plan");
		});
	}

	@ParameterizedTest
	@MethodSource("plans")
	void whatIsLoadedComesBack(Supplier<ActionPlan> file) {
		test((it) -> {
			// given
			ActionPlan plan = file.get();
			// when
			LoadResult result = it.plans.load(plan);
			// then
			ActionPlan current = it.plans.current();
			assertThat(result.added()).hasSameSizeAs(plan.initiatives());
			assertThat(current.document()).isEqualTo(plan.document());
			assertThat(current.objectives()).isEqualTo(plan.objectives());
			assertThat(current.actions()).extracting(Action::title)
				.isEqualTo(plan.actions().stream().map(Action::title).toList());
			assertThat(current.actions()).extracting(Action::subgoals)
				.isEqualTo(plan.actions().stream().map(Action::subgoals).toList());
			assertThat(current.initiatives()).extracting(Initiative::withoutParties)
				.isEqualTo(plan.initiatives().stream().map(Initiative::withoutParties).toList());
			assertThat(current.initiatives()).extracting((initiative) -> initiative.parties().size())
				.isEqualTo(plan.initiatives().stream().map((initiative) -> initiative.parties().size()).toList());
			assertThat(current.secretariatTerms()).isEqualTo(plan.secretariatTerms());
			assertThat(current.structures()).extracting(SupportingStructure::fundingPartners)
				.isEqualTo(plan.structures().stream().map(SupportingStructure::fundingPartners).toList());
			assertThat(current.partiesOfInitiatives()).hasSameSizeAs(plan.partiesOfInitiatives());
		});
	}

	@ParameterizedTest
	@MethodSource("plans")
	void loadingAgainChangesNothing(Supplier<ActionPlan> file) {
		test((it) -> {
			// given
			it.plans.load(file.get());
			List<String> before = it.everything();
			int parties = it.count("party");
			it.now = it.now.plus(Duration.ofDays(1));
			// when
			LoadResult result = it.plans.load(file.get());
			// then
			assertThat(result.changed()).isFalse();
			assertThat(result.kept()).hasSameSizeAs(file.get().initiatives());
			assertThat(it.everything()).isEqualTo(before).isNotEmpty();
			assertThat(it.count("party")).isEqualTo(parties);
		});
	}

	@Test
	void thePlanOf2030Asks33Parties() {
		test((it) -> {
			// when
			it.plans.load(PlanFiles.bundledPlan());
			// then
			assertThat(it.count("(select distinct party from coordination) parties")).isEqualTo(33);
			assertThat(it.count("initiative where not names_coordinator")).isEqualTo(2);
			assertThat(it.count("party where partner")).isEqualTo(53);
			assertThat(it.count("coordination where role = 'host'")).isEqualTo(1);
			assertThat(it.count("supporting_structure")).isEqualTo(4);
		});
	}

	@Test
	void newTextsReplaceTheOldOnesUnderTheSameIds() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.bundledPlan());
			// when
			LoadResult result = it.plans.load(PlanFiles.finalPlan());
			// then
			ActionPlan adopted = PlanFiles.finalPlan();
			assertThat(result.added()).isEmpty();
			assertThat(result.ended()).isEmpty();
			assertThat(it.plans.current().document().wording()).isEqualTo(PlanDocument.Wording.ADOPTED);
			assertThat(it.plans.current().initiatives()).extracting(Initiative::milestones)
				.isEqualTo(adopted.initiatives().stream().map(Initiative::milestones).toList());
			assertThat(it.count("initiative")).isEqualTo(52);
			assertThat(it.count("milestone")).isEqualTo(
					adopted.initiatives().stream().mapToInt((initiative) -> initiative.milestones().size()).sum());
		});
	}

	@Test
	void onlyWhatIsDifferentIsAltered() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			ActionPlan next = PlanFiles.plan(PlanFiles.small()
				.replace("Hold 5 courses.", "Hold 6 courses.")
				.replace("    - name: Malta\n      type: partner-country\n      role: host",
						"    - name: Thailand\n      role: host"));
			// when
			LoadResult preview = it.plans.preview(next);
			LoadResult result = it.plans.load(next);
			// then
			assertThat(preview).isEqualTo(result);
			assertThat(result.altered()).extracting(InitiativeId::value).containsExactly("A02-I01", "A02-I02");
			assertThat(result.kept()).extracting(InitiativeId::value).containsExactly("A01-I01", "A01-I02");
			assertThat(it.plans.current().initiatives().get(3).parties()).extracting(PlanParty::name)
				.containsExactly("Thailand");
		});
	}

	@Test
	void aPreviewChangesNothing() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			List<String> before = it.everything();
			int parties = it.count("party");
			// when
			LoadResult preview = it.plans.preview(PlanFiles.bundledPlan());
			// then
			assertThat(preview.added()).hasSize(48);
			assertThat(preview.altered()).hasSize(4);
			assertThat(preview.ended()).isEmpty();
			assertThat(it.everything()).isEqualTo(before);
			assertThat(it.count("party")).isEqualTo(parties);
		});
	}

	@Test
	void whatThePlanNoLongerHasIsOutOfForce() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.bundledPlan());
			// when
			LoadResult result = it.plans.load(PlanFiles.smallPlan());
			// then
			assertThat(result.ended()).hasSize(48);
			assertThat(it.count("initiative")).isEqualTo(52);
			assertThat(it.plans.current().initiatives()).extracting((initiative) -> initiative.id().value())
				.containsExactly("A01-I01", "A01-I02", "A02-I01", "A02-I02");
			assertThat(it.plans.current().actions()).hasSize(2);
			assertThat(it.plans.current().objectives()).hasSize(2);
		});
	}

	@Test
	void whatComesBackIsInForceAgain() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.bundledPlan());
			it.plans.load(PlanFiles.smallPlan());
			// when
			LoadResult result = it.plans.load(PlanFiles.bundledPlan());
			// then
			assertThat(result.added()).hasSize(48);
			assertThat(it.plans.current().initiatives()).extracting(Initiative::withoutParties)
				.isEqualTo(PlanFiles.bundledPlan().initiatives().stream().map(Initiative::withoutParties).toList());
		});
	}

	@Test
	void theDraftLeavesTheFinalPlanOutOfForce() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.bundledPlan());
			// when
			LoadResult result = it.plans.load(PlanFiles.draftPlan());
			// then
			assertThat(result.added()).hasSize(54);
			assertThat(result.ended()).hasSize(52);
			assertThat(it.plans.current().actions()).hasSize(19);
			assertThat(it.plans.current().initiative(new InitiativeId("D01-I03")).orElseThrow().coordinators())
				.extracting(PlanParty::name)
				.containsExactly("Asia-Europe Foundation");
		});
	}

	@Test
	void aPartyOfTheDraftIsThatOfTheFinalPlan() {
		test((it) -> {
			// given
			// records that stay are no matter here
			it.jdbc.execute("set local session_replication_role = replica");
			it.jdbc.update("truncate party cascade");
			it.jdbc.execute("set local session_replication_role = origin");
			it.plans.load(PlanFiles.draftPlan());
			// when
			it.plans.load(PlanFiles.finalPlan());
			// then
			assertThat(it.count("party where acronym in ('ASEF', 'AEI', 'ETF', 'ESN', 'AES', 'EC')")).isEqualTo(6);
			assertThat(it.count("party where 'ASEF' in (name, acronym)")).isEqualTo(1);
		});
	}

	@Test
	void aCoordinatorFoundLaterKeepsTheInitiative() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			PartyId found = it.register.register(new NewParty("The finder", null, "other", null, null, false, false))
				.id();
			it.register.coordinate("A01-I02", List.of(new Coordination(found, "coordinator", 1)));
			// when
			LoadResult result = it.plans
				.load(PlanFiles.plan(PlanFiles.small().replace("A seminar that nobody holds yet", "A seminar")));
			// then
			assertThat(result.altered()).extracting(InitiativeId::value).containsExactly("A01-I02");
			assertThat(it.plans.current().initiatives().get(1).coordinators()).extracting(PlanParty::name)
				.containsExactly("The finder");
		});
	}

	@Test
	void aCoordinatorWhomThePlanNoLongerNamesIsGone() {
		test((it) -> {
			// given
			it.plans.load(PlanFiles.smallPlan());
			// when
			it.plans.load(PlanFiles.plan(PlanFiles.small()
				.replaceFirst("(?s)(id: A02-I01.*?coordinators:).*?(    activities:)", "$1 []\n$2")));
			// then
			assertThat(it.plans.current().initiatives().get(2).parties()).isEmpty();
		});
	}

}
