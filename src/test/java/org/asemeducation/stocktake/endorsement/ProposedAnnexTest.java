package org.asemeducation.stocktake.endorsement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProposedAnnexTest {

	private final List<Initiative> initiatives = new ArrayList<>();

	@Test
	void takesThePlansOfTheAcceptedUpdatesInTheOrderOfThePlan() {
		initiative("A02-I01", 2, List.of(new Update.Activity("Call", "2024", "Pairs", "Balance")), List.of());
		initiative("A01-I01", 1, List.of(new Update.Activity("Meet", null, null, null),
				new Update.Activity("Print", "May", null, "Fame")), List.of());
		withoutUpdate("A03-I01", 3);

		Annex annex = annex(List.of());

		assertThat(annex.title()).isEqualTo("ASEMME9: work plan for the next two years");
		assertThat(annex.lines()).containsExactly(new Annex.Line(1, "A01-I01", "Meet", null, null, null, null),
				new Annex.Line(2, "A01-I01", "Print", "May", null, "Fame", null),
				new Annex.Line(3, "A02-I01", "Call", "2024", "Pairs", "Balance", null));
	}

	@Test
	void theContributionIsInTheCoordinatorsWords() {
		initiative("A01-I01", 1, List.of(new Update.Activity("Meet", null, null, null)),
				List.of(new Update.Contribution("1.1", "Text of the subgoal", "Pairs travel both ways."),
						new Update.Contribution("2.1", "Text of the other", null)));

		assertThat(annex(List.of("4.1")).lines()).extracting(Annex.Line::contribution)
			.containsExactly("1.1: Pairs travel both ways.\n\nSubgoal 2.1");
	}

	@Test
	void withoutTheirWordsItIsWhatTheSecretariatHasConfirmed() {
		initiative("A01-I01", 1, List.of(new Update.Activity("Meet", null, null, null)), List.of());

		assertThat(annex(List.of("1.1")).lines().get(0).contribution()).isEqualTo("Subgoal 1.1");
		assertThat(annex(List.of("1.1", "2.1")).lines().get(0).contribution()).isEqualTo("Subgoals 1.1, 2.1");
		assertThat(annex(List.of()).lines().get(0).contribution()).isNull();
	}

	@Test
	void aResultWithoutActivityIsNotLost() {
		initiative("A01-I01", 1, List.of(new Update.Activity(null, null, null, "Fame")), List.of());

		assertThat(annex(List.of()).lines())
			.containsExactly(new Annex.Line(1, "A01-I01", "(activity not named)", null, null, "Fame", null));
	}

	private void initiative(String id, int position, List<Update.Activity> plans,
			List<Update.Contribution> contributions) {
		Instant then = Instant.parse("2023-07-01T10:00:00Z");
		Update update = new Update(1, then, then, "Standing Working Group", null, List.of(), null, List.of(), null,
				null, null, List.of(), null, null, null, List.of(), List.of(), List.of(), contributions, plans,
				List.of(), List.of(), null, null, null, null);
		this.initiatives.add(new Initiative(id, position, "Title", false, "ASEF", null, false, List.of(), List.of(),
				List.of(), Standing.ACCEPTED, null, update, null, null));
	}

	private void withoutUpdate(String id, int position) {
		this.initiatives.add(new Initiative(id, position, "Title", false, "ASEF", null, false, List.of("Milestone"),
				List.of(), List.of(), Standing.NO_UPDATE_RECEIVED, "No update received.", null, null, null));
	}

	private Annex annex(List<String> confirmed) {
		ReportCycle cycle = new ReportCycle("ASEMME9", "From Bangkok to Malta", "Europe/Rome", null, null, List.of(),
				List.of(), List.of());
		Part part = new Part(Part.Kind.BY_ACTION, null, "Initiatives by action", List.of(),
				List.of(new Part.ActionSection(1, "Action", confirmed, this.initiatives)), List.of());
		Glance glance = new Glance(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), null, null, null,
				null);
		return ProposedAnnex
			.of(new ReportModel(cycle, 1, Instant.parse("2024-01-10T10:00:00Z"), ReportModel.State.FOR_OFFICIALS,
					List.of(), List.of(), glance, List.of(part), null, null, null, null, null, null, null, null, null));
	}

}
