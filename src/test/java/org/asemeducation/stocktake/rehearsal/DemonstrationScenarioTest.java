package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.rehearsal.Scenario.Event;
import org.asemeducation.stocktake.rehearsal.Scenario.Submit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demonstration's scenario can be played on whatever day somebody starts it first.
 */
class DemonstrationScenarioTest {

	static Stream<LocalDate> days() {
		return Stream.of("2026-12-28", "2028-02-24", "2029-10-25")
			.map(LocalDate::parse)
			.flatMap((first) -> first.datesUntil(first.plusDays(8)));
	}

	@ParameterizedTest
	@MethodSource("days")
	void fitsEveryDay(LocalDate today) {
		// when
		List<Scenario> scenarios = Demonstration.scenarios(today);

		// then
		Scenario earlier = scenarios.get(0);
		Scenario running = scenarios.get(1);
		assertThat(scenarios).hasSize(2);
		assertThat(earlier.name()).isNotEqualTo(running.name());
		assertThat(earlier.cycle().fourMeetings().values())
			.allSatisfy((meeting) -> assertThat(meeting.planned()).isBefore(running.opens()));
		assertThat(running.cycle().deadline()).isBefore(today);
		assertThat(running.cycle().freeze()).isAfter(today);
		assertThat(scenarios).allSatisfy((scenario) -> assertThat(scenario.events()).allSatisfy(
				(event) -> assertThat(event.date()).isBetween(scenario.cycle().request(), scenario.cycle().freeze())));
	}

	@Test
	void answersInitiativesOfThePlan() throws IOException {
		// given
		String plan = Files.readString(Path.of("src/main/resources/plan/action-plan-2030.yaml"));

		// when
		Set<String> answered = Demonstration.scenarios(LocalDate.parse("2027-03-01"))
			.stream()
			.flatMap((scenario) -> scenario.events().stream())
			.filter(Submit.class::isInstance)
			.map(Event::about)
			.collect(Collectors.toSet());

		// then
		assertThat(answered).hasSizeGreaterThan(20).allSatisfy((id) -> assertThat(plan).contains("- id: " + id + "\n"));
	}

}
