package org.asemeducation.stocktake.cockpit.outlook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTest {

	/** One a day from the first day on, as many as came. */
	private static ResponseCurve daily(String cycle, int asked, int freeze, int days) {
		return new ResponseCurve(cycle, asked, freeze - 10, freeze,
				IntStream.rangeClosed(1, days).mapToObj((day) -> new ResponseCurve.Point(day, day)).toList());
	}

	@Test
	void answersGrowAsInTheCycleBefore() {
		// given half the time: 20 of 40 had come then, 10 have come now
		ResponseCurve before = daily("ASEMME9", 50, 40, 40);
		ResponseCurve now = daily("ASEMME10", 52, 40, 10);

		// when
		Projection projection = Projection.of(now, 20, List.of(before)).orElseThrow();

		// then
		assertThat(projection.received()).isEqualTo(20);
		assertThat(projection.words())
			.isEqualTo("If answers come in as in ASEMME9, about 20 of 52 will be in by the freeze.");
	}

	@Test
	void theSamePartOfTheTimeIsCompared() {
		ResponseCurve before = daily("ASEMME9", 100, 80, 80);

		assertThat(Projection.of(daily("ASEMME10", 100, 40, 10), 10, List.of(before)).orElseThrow().received())
			.isEqualTo(40);
	}

	@Test
	void withoutACycleBeforeThePaceOfTheLastDaysCounts() {
		Projection projection = Projection.of(daily("ASEMME10", 52, 40, 20), 20, List.of()).orElseThrow();

		assertThat(projection.received()).isEqualTo(40);
		assertThat(projection.words()).startsWith("At the pace of the last 14 days, about 40 of 52");
	}

	@Test
	void aCycleInWhichFewHadComeByThenTellsNothing() {
		ResponseCurve few = daily("ASEMME9", 50, 400, 2);

		assertThat(Projection.of(daily("ASEMME10", 52, 40, 20), 20, List.of(few)).orElseThrow().words())
			.startsWith("At the pace");
	}

	@Test
	void neverMoreThanWereAskedFor() {
		assertThat(Projection.of(daily("ASEMME10", 52, 100, 45), 45, List.of()).orElseThrow().received()).isEqualTo(52);
	}

	@Test
	void nothingIsForetoldTooEarlyOrTooLate() {
		ResponseCurve now = daily("ASEMME10", 52, 40, 20);

		assertThat(Projection.of(now, 2, List.of())).isEqualTo(Optional.empty());
		assertThat(Projection.of(now, -1, List.of())).isEqualTo(Optional.empty());
		assertThat(Projection.of(now, 40, List.of())).isEqualTo(Optional.empty());
	}

}
