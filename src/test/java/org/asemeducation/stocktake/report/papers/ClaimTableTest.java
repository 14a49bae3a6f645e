package org.asemeducation.stocktake.report.papers;

import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimTableTest {

	@Test
	void eachSubgoalHasTheNumberOfInitiativesThatClaimItAndNoWordsOfTheirs() {
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			// given
			ReportFixture fixture = new ReportFixture(database.jdbc()).everyStanding();
			// when
			Table table = ClaimTable.of(3, fixture.reports().compile(ReportFixture.CYCLE));
			// then
			assertThat(table.caption()).startsWith("Subgoals in version 1 of the report");
			assertThat(table.rows()).extracting((row) -> row.get(0).text() + ": " + row.get(1).text())
				.containsExactly("1.1 Text of subgoal 1: 1", "2.1 Text of subgoal 2: 1", "3.1 Text of subgoal 3: 0",
						"4.1 Text of subgoal 4: 0");
		}
	}

}
