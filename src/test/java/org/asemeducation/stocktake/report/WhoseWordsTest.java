package org.asemeducation.stocktake.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.MissingAnswer.Choice;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report says whose words it prints and who accepted them, and says nothing that is not
 * so in it.
 */
class WhoseWordsTest {

	private static final String READS = "The Standing Working Group reads the updates";

	private static final String LINE = "Where nothing was accepted, one line says why";

	private static final String OWN = "The texts of the fact sheets are the coordinators’ own";

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void whereTheReviewingBodyAcceptedAllInTheCoordinatorsWordsItSaysThat() {
		// given
		accepted("A01-I01", 1);
		accepted("A01-I02", 1);
		// then
		assertThat(story()).contains(READS, "The words are the coordinators’ own.", "the latest accepted revision")
			.doesNotContain(LINE, "except", "not reviewed", "Secretariat", "desk update", "answered in place",
					"contributes to the objectives");
		assertThat(imprint()).endsWith(OWN + ".");
	}

	@Test
	void whereNothingWasAcceptedOneLineSaysWhy() {
		// given
		this.fixture.everyStanding();
		// then
		assertThat(story()).contains(READS, LINE + ".",
				"What an initiative contributes to the objectives and subgoals is the statement of its coordinators.")
			.doesNotContain("makes of it", "desk update", "carried forward");
		this.fixture.assessments().save(ReportFixture.CYCLE, "1.1", 0, "partly", "Because.", "aes");
		assertThat(story()).contains("; what the secretariat makes of it stands beside it in the analysis.");
	}

	@Test
	void whereNothingAtAllWasAcceptedItClaimsNoWords() {
		// given
		this.fixture.initiative("A01-I01", 1, false);
		// then
		assertThat(story()).contains("Nothing that coordinators submitted has been accepted.", LINE + ".")
			.doesNotContain(READS, "own", "revision");
		assertThat(imprint()).containsExactly("Prepared by the ASEM Education Secretariat.");
	}

	@Test
	void whatTheSecretariatEditedIsSaid() {
		// given
		accepted("A01-I01", 1);
		this.fixture.edits()
			.make(ReportFixture.CYCLE, "A01-I01-progress", 1, 1, "Words of A01-I01.", "Other words.", null, "aes");
		// then
		assertThat(story()).contains(
				"The words are the coordinators’ own, except that in 1 fact sheet the secretariat has edited some of them; each says so.");
		assertThat(imprint()).endsWith(OWN + ", except where a sheet says that the secretariat has edited it.");
	}

	@Test
	void whatTheSecretariatEnteredIsSaid() {
		// given
		long revision = accepted("A01-I01", 1);
		this.database.jdbc()
			.sql("""
					insert into entry (cycle, initiative, on_behalf, desk, begun_at, begun_by, revision)
					values (?, 'A01-I01', 'ASEF', false, now(), 'aes', ?)""")
			.params(ReportFixture.CYCLE.value(), revision)
			.update();
		// then
		assertThat(story()).contains("except that in 1 fact sheet the secretariat entered them; each says so.");
		assertThat(imprint()).endsWith(OWN + ", except where a sheet says that the secretariat has entered it.");
	}

	@Test
	void whoAcceptedInPlaceOfTheReviewingBodyIsSaid() {
		// given
		this.fixture.contact("officer1", "Olga Officer", "secretariat").accepted("A01-I01", "officer1");
		// then
		assertThat(story())
			.contains(
					"Of the accepted texts 1 was accepted by the ASEM Education Secretariat; their fact sheets say so.")
			.doesNotContain(READS);
		accepted("A01-I02", 1);
		long received = accepted("A01-I03", 1);
		this.database.jdbc()
			.sql("update verdict set reviewed = false, reason = 'Late.' where revision = ?")
			.param(received)
			.update();
		assertThat(story()).contains(READS,
				"Of the accepted texts 1 was accepted by the ASEM Education Secretariat and 1 was taken in by the secretariat as received, not reviewed; their fact sheets say so.");
		assertThat(text("method-and-sources")).contains("Of what was taken in as received it does not even mean that.");
	}

	@Test
	void textsInPlaceOfAnUpdateAreSaid() {
		// given
		accepted("A01-I01", 1);
		this.fixture.initiative("A01-I02", 1, false);
		this.fixture.initiative("A01-I03", 1, false);
		MissingAnswers missing = this.fixture.missing();
		missing.choose(ReportFixture.CYCLE, "A01-I02", Choice.DESK_UPDATE,
				new Instead(Instead.DESK_UPDATE, "A call.", null, null, null, null, null), "aes");
		missing.choose(ReportFixture.CYCLE, "A01-I03", Choice.CARRIED_FORWARD,
				Instead.fromPaper("What was true.", 2021, "ASEMME8"), "aes");
		// then
		assertThat(story()).contains(LINE
				+ "; below it stands in 1 fact sheet the text of an earlier year, carried forward and in 1 fact sheet a desk update by the secretariat. Each says so.");
		assertThat(imprint()).endsWith(OWN
				+ ", except where a sheet says that the secretariat has written it or that it is carried forward from an earlier year.");
	}

	@Test
	void answersInPlaceOfAnUpdateAreSaid() {
		// given
		this.fixture.initiative("A01-I01", 1, false);
		this.fixture.accepted(this.fixture.revision("A01-I01", 1, "2023-07-01T10:00:00Z",
				Map.of("answer", "concluded", "because", "It is done.")), "2023-07-02T10:00:00Z");
		// then
		assertThat(compiled().initiatives().findFirst()).get().matches((it) -> it.answer() != null);
		assertThat(story())
			.contains(READS, "Where coordinators answered in place of an update, that answer is printed.")
			.doesNotContain(LINE, "The words are");
	}

	private long accepted(String id, int number) {
		this.fixture.initiative(id, 1, false);
		long revision = this.fixture.revision(id, number, "2023-07-01T10:00:00Z",
				Map.of("progress", "Words of %s.".formatted(id)));
		this.fixture.accepted(revision, "2023-07-02T10:00:00Z");
		return revision;
	}

	private ReportModel compiled() {
		return this.reports.compile(ReportFixture.CYCLE);
	}

	private List<String> imprint() {
		return Composition.of(compiled()).imprint();
	}

	private String text(String place) {
		return Passages.of(Composition.of(compiled()))
			.all()
			.stream()
			.filter((it) -> it.place().equals(place))
			.map(Passage::text)
			.collect(Collectors.joining("\n"));
	}

	/** Always the second of three paragraphs. */
	private String story() {
		List<Passage> chapter = Passages.of(Composition.of(compiled()))
			.all()
			.stream()
			.filter((it) -> it.place().equals("how-the-process-works") && it.paragraph() > 0)
			.toList();
		assertThat(chapter.get(2).text()).startsWith("All dates are dates");
		return Optional.of(chapter.get(1).text())
			.map((it) -> it.lines().collect(Collectors.joining(" ")))
			.orElseThrow();
	}

}
