package org.asemeducation.stocktake.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.document.Sheets;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Objective;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report of a plan of which no action is confirmed to serve an objective, as the
 * shipped plan is: what coordinators claim and the secretariat assesses stands in it all
 * the same. {@link ReadingsTest} has a plan with confirmed actions.
 */
class UnconfirmedMappingTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	@BeforeEach
	void fill() {
		this.fixture.everyStanding();
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void theModelKnowsTheObjectivesAndSubgoalsOfThePlan() {
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.goesByClaims()).isTrue();
		assertThat(report.objectives()).isEqualTo(report.frame())
			.extracting(Objective::number, Objective::title, Objective::subgoals)
			.contains(org.assertj.core.groups.Tuple.tuple(2, "Title of objective 2",
					List.of(new Part.Subgoal("2.1", "Text of subgoal 2"))))
			.hasSize(4);
		this.fixture.confirmed(3, "1.1");
		assertThat(compiled().goesByClaims()).isFalse();
		assertThat(compiled().objectives()).isEqualTo(report.objectives());
	}

	@Test
	void claimsAndAssessmentsStandUnderTheirSubgoals() {
		// given
		assess("1.1", "partly", "Balance is not in sight.");
		assess("3.1", "nothing-reported", "");
		// when
		ReportModel report = compiled();
		// then
		assertThat(text(report, "analysis")).doesNotContain("has not been confirmed");
		assertThat(text(report, "analysis-objective-1-claims")).contains("Serves the whole first objective");
		assertThat(text(report, "subgoal-1-1-claims"))
			.isEqualTo("A01-I01, revision 2 | Contributes to balanced mobility");
		assertThat(text(report, "subgoal-1-1-assessment")).isEqualTo("Contribution: Partly\nBalance is not in sight.");
		assertThat(text(report, "subgoal-2-1-claims")).contains("Contributes to lifelong learning");
		assertThat(text(report, "subgoal-3-1-assessment")).isEqualTo("Contribution: Nothing reported");
		assertThat(text(report, "subgoal-4-1-claims")).contains("No accepted update states a contribution");
		assertThat(text(report, "action-plan")).contains("Objective 4: Title of objective 4",
				"Subgoal 4.1: Text of subgoal 4", "Action 1 | Title of action 1 | Not confirmed | 2");
		assertThat(report.paragraphs())
			.filteredOn((it) -> it.place().startsWith("subgoal-") && it.from() == Origin.From.UPDATE)
			.hasSize(2)
			.allMatch((it) -> it.revision() == 2 && "A01-I01".equals(it.initiative()));
	}

	@Test
	void initiativesAreCountedUnderTheObjectivesThatTheyClaim() {
		// when
		ReportModel report = compiled();
		// then
		assertThat(text(report, "at-a-glance")).contains("Objective 1 | 0 | 1 | 0 | 0 | 1",
				"Objective 2 | 0 | 1 | 0 | 0 | 1", "Objective 3 | 0 | 0 | 0 | 0 | 0",
				"No objective stated | 0 | 0 | 0 | 7 | 7", "All | 0 | 1 | 0 | 7 | 8");
		assertThat(text(report, "charts")).contains("By objective, an initiative stands under each objective",
				"Objective 1: Title of objective 1 | 0 | 1 | 0 | 0", "No objective stated | 0 | 0 | 0 | 7",
				"A01-I01 | 1.1, 2.1 | None confirmed");
		assertThat(captions(report))
			.anyMatch((it) -> it.startsWith("Status by objective; an initiative stands under each objective"));
	}

	@Test
	void theMethodSaysHowItIsCounted() {
		// given
		assertThat(text(compiled(), "method-and-sources")).contains(
				"Only by objective an initiative may be counted more than once: an initiative stands under each objective");
		// when
		this.fixture.confirmed(1, "1.1");
		// then
		assertThat(text(compiled(), "method-and-sources")).contains(
				"Nothing is counted twice: an initiative stands under the first objective that its action serves.");
	}

	@Test
	void aSealedReportFromBeforeIsPrintedAsItWas() {
		// given
		assess("1.1", "partly", "Balance is not in sight.");
		ReportModel now = compiled();
		// when
		ReportModel report = ReportFixture.before(now);
		// then
		assertThat(report.objectives()).isNull();
		assertThat(report.goesByClaims()).isFalse();
		assertThat(JsonReport.canonical(report)).doesNotContain("\"objectives\":[{\"number\"")
			.isNotEqualTo(JsonReport.canonical(now));
		assertThat(text(report, "analysis")).contains(
				"Which objectives the actions serve has not been confirmed yet; 2 contributions are stated to subgoals by 1 initiative, in their fact sheets.");
		assertThat(text(report, "subgoal-1-1-claims")).isEmpty();
		assertThat(text(report, "at-a-glance")).contains("Initiatives by action | 0 | 1 | 0 | 7 | 8");
		assertThat(text(report, "charts")).doesNotContain("stands under each objective");
	}

	@Test
	void aSubgoalThatThePlanHasNoLongerStandsThereWhileSomethingIsSaidOfIt() {
		// given
		this.database.jdbc().sql("update subgoal set in_force = false where number in ('1.1', '3.1', '4.1')").update();
		assess("4.1", "little", "Hardly.");
		// when
		ReportModel report = compiled();
		// then
		assertThat(report.frame()).extracting(Objective::number).containsExactly(1, 2, 4);
		assertThat(text(report, "subgoal-1-1-claims")).contains("Contributes to balanced mobility");
		assertThat(text(report, "subgoal-4-1-assessment")).contains("Hardly.");
	}

	@Test
	void theAnalysisIsNoFactSheet() {
		// when
		Map<String, ?> sheets = Sheets.of(Composition.of(compiled()), (id) -> id);
		// then
		assertThat(sheets).containsOnlyKeys("A01-I01", "A01-I02", "A02-I01", "A02-I02", "A03-I01", "A03-I02", "A03-I03",
				"A04-I01");
	}

	private void assess(String subgoal, String rating, String reasons) {
		this.fixture.assessments().save(ReportFixture.CYCLE, subgoal, 0, rating, reasons, "aes");
	}

	private ReportModel compiled() {
		return this.reports.compile(ReportFixture.CYCLE);
	}

	private static List<String> captions(ReportModel report) {
		return Passages.of(Composition.of(report))
			.all()
			.stream()
			.map(Passage::block)
			.filter(Table.class::isInstance)
			.map((it) -> ((Table) it).caption())
			.toList();
	}

	private static String text(ReportModel report, String place) {
		return Passages.of(Composition.of(report))
			.all()
			.stream()
			.filter((it) -> it.place().equals(place))
			.map(Passage::text)
			.collect(Collectors.joining("\n"));
	}

}
