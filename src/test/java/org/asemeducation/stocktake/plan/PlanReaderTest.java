package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanReaderTest {

	static Stream<Supplier<ActionPlan>> plansOf2030() {
		return Stream.of(PlanFiles::bundledPlan, PlanFiles::finalPlan);
	}

	@ParameterizedTest
	@MethodSource("plansOf2030")
	void thePlanOf2030IsWhole(Supplier<ActionPlan> file) {
		// when
		ActionPlan plan = file.get();
		// then
		assertThat(plan.objectives()).hasSize(4);
		assertThat(plan.objectives()).flatExtracting(Objective::subgoals).hasSize(10);
		assertThat(plan.actions()).hasSize(17);
		assertThat(plan.initiatives()).hasSize(52);
		assertThat(plan.initiatives()).filteredOn(Initiative::isNew).hasSize(16);
		assertThat(plan.initiatives()).filteredOn((initiative) -> initiative.programme() != null).hasSize(6);
		assertThat(plan.structures()).hasSize(4);
	}

	@ParameterizedTest
	@MethodSource("plansOf2030")
	void thePlanOf2030HasThirtyThreePartiesAtItsInitiatives(Supplier<ActionPlan> file) {
		// when
		ActionPlan plan = file.get();
		// then
		assertThat(plan.partiesOfInitiatives()).hasSize(33);
		assertThat(plan.partiesOfInitiatives()).extracting(ListedParty::label)
			.contains("AEI", "UIL", "UNEVOC", "UK", "Belgium (Flemish Community)", "EU member states")
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("plansOf2030")
	void noPartyOfThePlanOf2030Doubles(Supplier<ActionPlan> file) {
		// when
		List<ListedParty> parties = file.get().parties();
		// then
		assertThat(parties).filteredOn(ListedParty::partner).hasSize(53);
		assertThat(parties).filteredOn((party) -> party.partner() && party.country() != null).hasSize(51);
		assertThat(parties).filteredOn((party) -> party.partner() && "Asia".equals(party.region())).hasSize(22);
		assertThat(parties)
			.filteredOn((party) -> party.name().contains("Lifelong Learning") && !party.label().contains("RN"))
			.extracting(ListedParty::label)
			.containsExactlyInAnyOrder("UIL", "ASEM LLL Hub");
		assertThat(parties).filteredOn((party) -> party.label().contains("UNEVOC")).hasSize(1);
		assertThat(parties).filteredOn((party) -> party.name().contains("Flemish"))
			.singleElement()
			.satisfies((party) -> {
				assertThat(party.name()).isEqualTo("Belgium (Flemish Community)");
				assertThat(party.kind()).isEqualTo("community");
			});
		assertThat(parties).filteredOn((party) -> party.name().equals("United Kingdom"))
			.singleElement()
			.satisfies((party) -> {
				assertThat(party.acronym()).isEqualTo("UK");
				assertThat(party.country()).isEqualTo("GB");
				assertThat(party.partner()).isTrue();
			});
		assertThat(parties).filteredOn(ListedParty::stakeholder).hasSize(24);
	}

	@Test
	void theDraftIsReadWithPartiesAsPrinted() {
		// when
		ActionPlan plan = PlanFiles.draftPlan();
		// then
		assertThat(plan.actions()).hasSize(19);
		assertThat(plan.initiatives()).hasSize(54);
		assertThat(plan.initiatives()).filteredOn(Initiative::isNew).hasSize(19);
		assertThat(plan.initiative(new InitiativeId("D04-I01"))).get().satisfies((initiative) -> {
			assertThat(initiative.details()).containsExactly("To be discussed with expert Group Digitalisation");
			assertThat(initiative.coordinators()).extracting(PlanParty::name)
				.containsExactly("University Aschaffenburg", "AEI");
		});
		assertThat(plan.partiesOfInitiatives()).hasSize(14);
	}

}
