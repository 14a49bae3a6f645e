package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.report.document.AnnexComposition;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chapters on what is planned, and on the annex.
 */
class FurtherChaptersTest {

	private static final String NEWS = "new-activities";

	private static final String ANNEX = "annex";

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
	void eachActivityOfAnAcceptedUpdateIsToldWithItsRevision() {
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(texts(Composition.of(report), NEWS)).containsExactly(
				"A01-I01, revision 2 | Plan: second call | Spring 2024",
				"A01-I01, revision 2 | Plan: alumni meeting | Winter 2025");
		assertThat(report.paragraphs()).filteredOn((it) -> it.place().equals(NEWS))
			.hasSize(2)
			.allMatch((it) -> "A01-I01".equals(it.initiative()) && it.revision() == 2);
	}

	@Test
	void theAnnexHasTheRowsOfItsFileAndLeadsToTheFactSheets() {
		// given
		this.fixture.seal(State.FOR_OFFICIALS);
		ReportModel report = this.reports.latest(ReportFixture.CYCLE).orElseThrow();
		// when
		List<Passage> rows = rows(Composition.of(report), ANNEX);
		// then
		List<String> file = rows(AnnexComposition.of(report), "work-plan").stream().map(Passage::text).toList();
		assertThat(rows).extracting(Passage::text).hasSize(3).isEqualTo(file);
		assertThat(rows).extracting(Passage::about).containsExactly("A01-I01", "A01-I01", "A03-I01");
		assertThat(rows(AnnexComposition.of(report), "work-plan")).extracting(Passage::about).containsOnlyNulls();
		assertThat(texts(Composition.of(report), ANNEX)).first()
			.asString()
			.contains("work plan for the next two years: 3 lines, in a file of its own");
		assertThat(texts(Composition.of(report), ANNEX)).last()
			.asString()
			.startsWith("No activities are put forward for A01-I02");
		assertThat(report.paragraphs())
			.filteredOn((it) -> it.place().equals(ANNEX) && "A01-I01".equals(it.initiative()))
			.hasSize(2)
			.allMatch((it) -> it.from() == Origin.From.COMPILED && it.revision() == 2);
	}

	@Test
	void aDraftHasNoAnnexYet() {
		assertThat(texts(Composition.of(this.reports.compile(ReportFixture.CYCLE)), ANNEX)).singleElement()
			.asString()
			.contains("is put together when a version is sealed");
	}

	@Test
	void aSealedReportFromBeforeIsPrintedAsItWas() {
		// given
		this.fixture.seal(State.FOR_OFFICIALS);
		ReportModel now = this.reports.latest(ReportFixture.CYCLE).orElseThrow();
		// when
		Document before = Composition.of(ReportFixture.before(now));
		// then
		assertThat(texts(before, ANNEX)).singleElement().asString().contains("in a file of its own");
		assertThat(texts(before, NEWS)).containsExactly("A01-I01 | Initiative A01-I01 | 2");
	}

	private static List<String> texts(Document document, String place) {
		return passages(document, place).stream().map(Passage::text).toList();
	}

	private static List<Passage> rows(Document document, String place) {
		return passages(document, place).stream().filter((it) -> it.text().contains(" | ")).toList();
	}

	private static List<Passage> passages(Document document, String place) {
		return Passages.of(document)
			.all()
			.stream()
			.filter((it) -> it.place().equals(place) && it.paragraph() != 0)
			.toList();
	}

}
