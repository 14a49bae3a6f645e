package org.asemeducation.stocktake.report.web;

import java.util.Map;

import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * The public list says of an initiative what its fact sheet says.
 */
class StatusTest {

	@Test
	void whatWasNotAcceptedIsSaidAsInTheFactSheetAndNothingOfItIsTold() {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			// given
			ReportModel report = new ReportFixture(database.jdbc()).everyStanding()
				.reports()
				.compile(ReportFixture.CYCLE);
			// when
			Edition edition = Edition.of(report, Map.of());
			// then
			assertThat(edition.rows()).extracting((it) -> entry(it.id(), it.standing()))
				.containsExactly(entry("A01-I01", "Partly completed"),
						entry("A01-I02", "Submitted on 1 December 2023, under review."),
						entry("A02-I01", "Returned for revision on 8 September 2023, not received again."),
						entry("A02-I02", "Draft not submitted: an update was begun, last saved on 28 November 2023."),
						entry("A03-I01", "No update received."),
						entry("A03-I02", "Not asked yet: a coordinator is being sought."),
						entry("A03-I03", "Not asked yet."), entry("A04-I01", "Reported, without a status"));
			assertThat(edition.rows()).filteredOn((it) -> it.status().ordinal() > Status.ANSWERED.ordinal())
				.hasSize(6)
				.allSatisfy((row) -> assertThat(row.passages()).extracting(Passage::text).contains(row.standing()));
			assertThat(edition.statuses()).extracting(Status::words)
				.containsExactly("Partly completed", "Reported, without a status", "Submitted, under review",
						"Returned for revision, not received again", "Draft not submitted", "No update received",
						"Not asked yet");
			assertThat(edition.statuses()).extracting(Status::code).contains("under-review", "no-update-received");
			assertThat(edition.rows().toString()).doesNotContain(ReportFixture.SECRET);
		}
	}

}
