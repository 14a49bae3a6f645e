package org.asemeducation.stocktake.rehearsal;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelativeDatesTest {

	/** A Monday. */
	private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	@ParameterizedTest
	@CsvSource({ "${0}, 2027-03-01", "${-31}, 2027-01-29", "${366}, 2028-03-01", "${year -60}, 2026",
			"${month -60}, December 2026", "'date: ${4}, place: ${}', 'date: 2027-03-05, place: ${}'" })
	void distancesBecomeDates(String written, String meant) {
		assertThat(new RelativeDates(TODAY).into(written)).isEqualTo(meant);
	}

	@Test
	void nothingIsOnAWeekendAndNothingOvertakesAnything() {
		// when
		RelativeDates dates = new RelativeDates(TODAY);

		// then
		assertThat(dates.into("${4} ${5} ${6} ${7}")).isEqualTo("2027-03-05 2027-03-05 2027-03-05 2027-03-08");
	}

}
