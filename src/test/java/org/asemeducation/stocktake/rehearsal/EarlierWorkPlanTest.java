package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.WorkPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an earlier rehearsal hands on: a work plan that ministers adopted, and no other.
 */
class EarlierWorkPlanTest {

	private static final LocalDate DAY = LocalDate.of(2028, 1, 26);

	@TempDir
	private Path results;

	@BeforeEach
	void writeAReport() throws IOException {
		report("for-ministers", "{\"number\": 1, \"initiative\": \"A01-I01\", \"activity\": \"Go on\"}");
	}

	@Test
	void anAdoptedWorkPlanIsHandedOnWithItsDay() throws IOException {
		// given
		new MinistersDecision("FIRST", 3, "abc", true, DAY, null).write(this.results);

		// when
		EarlierWorkPlan earlier = EarlierWorkPlan.read(this.results);

		// then
		assertThat(earlier.cycle()).hasToString("FIRST");
		assertThat(earlier.adoptedOn()).isEqualTo(DAY);
		assertThat(earlier.lines()).extracting(WorkPlan.Line::activity).containsExactly("Go on");
	}

	@Test
	void oneThatMinistersDidNotAdoptIsNot() throws IOException {
		// given
		new MinistersDecision("FIRST", 3, "abc", false, null, "Ministers ran out of time.").write(this.results);

		// when, then
		assertRefused("ministers did not adopt the work plan of FIRST (Ministers ran out of time.)");
	}

	@Test
	void oneThatNobodyHasDecidedOnIsNot() {
		assertRefused("adoption.json: there is none, so no ministers have adopted this work plan");
	}

	@Test
	void oneThatCameToOfficialsOnlyIsNot() throws IOException {
		// given
		new MinistersDecision("FIRST", 3, "abc", true, DAY, null).write(this.results);
		report("for-officials", "{\"number\": 1, \"initiative\": \"A01-I01\", \"activity\": \"Go on\"}");

		// when, then
		assertRefused("FIRST has no work plan that came to ministers");
	}

	@ParameterizedTest
	@CsvSource({ "OTHER, 3, abc", "FIRST, 2, abc", "FIRST, 3, abd" })
	void aDecisionOnAnotherReportSaysNothingAboutThisOne(String cycle, int version, String checksum)
			throws IOException {
		// given
		new MinistersDecision(cycle, version, checksum, true, DAY, null).write(this.results);

		// when, then
		assertRefused("is about version %d of %s, and not about the report.json beside it".formatted(version, cycle));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"cycle\": \"FIRST\", \"version\": 3, \"checksum\": \"abc\", \"adopted\": true}",
			"{\"cycle\": \"FIRST\", \"version\": 3, \"checksum\": \"abc\"}",
			"{\"version\": 3, \"adopted\": false, \"reason\": \"No time.\"}", "{\"cycle\": \"FIRST\"" })
	void aDecisionThatSaysHalfIsRefused(String text) throws IOException {
		// given
		Files.writeString(this.results.resolve("adoption.json"), text);

		// when, then
		assertRefused("adoption.json: does not say of which report what was decided");
	}

	private void report(String state, String line) throws IOException {
		Files.writeString(this.results.resolve("report.json"), """
				{"checksum": "abc", "version": 3, "state": "%s", "cycle": {"name": "FIRST"},
				"workPlan": {"title": "Plans", "lines": [%s]}}""".formatted(state, line));
	}

	private void assertRefused(String reason) {
		assertThatExceptionOfType(BadScenario.class).isThrownBy(() -> EarlierWorkPlan.read(this.results))
			.withMessageContaining(reason)
			.satisfies((refused) -> assertThat(refused.getMessage()).doesNotContain("\n"));
	}

}
