package org.asemeducation.stocktake.report;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Withdrawn;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.Origin.From;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Every paragraph knows where it came from.
 */
class OriginsTest {

	private static final String PROGRESS = "A01-I01-progress";

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
	void whateverAPageSaysInAParagraphALineAnItemARowOrACaptionHasOneOrigin() throws Exception {
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		List<String> said = said(report);
		assertThat(said).hasSizeGreaterThan(60)
			.doesNotHaveDuplicates()
			.contains("A01-I01-pictures 1", "A01-I01-testimonials 1", "A01-I01-testimonials 5");
		assertThat(report.paragraphs()).extracting((it) -> it.place() + " " + it.paragraph())
			.containsExactlyElementsOf(said);
		assertThat(from(report, "A01-I01-testimonials")).hasSize(5).containsOnly(From.UPDATE);
		assertThat(from(report, "A01-I01-pictures")).containsOnly(From.UPDATE);
	}

	@Test
	void whatIsQuotedIsNumberedBehindTheOtherPassagesOfItsSection() {
		// given
		Section section = new Section(Section.Kind.CHAPTER, "mixed", null, "Mixed", null, null,
				List.of(new Quote("Said.\n\nTwice.", Phrase.of("Somebody")), new Prose(Prose.Tone.PLAIN, "Written."),
						new Withdrawn("Gone.", 2), new Quote("Said last.", Phrase.of("")),
						new Bullets(List.of(Phrase.of("Listed")))));
		// when
		Passages passages = Passages
			.of(new Document("T", "S", "E", true, List.of(), "D", "2024-01-01T00:00:00Z", List.of(section)));
		// then
		assertThat(passages.all()).extracting(Passage::paragraph, Passage::text)
			.containsExactly(tuple(0, "Mixed"), tuple(3, "Said."), tuple(4, "Twice."), tuple(5, "Somebody"),
					tuple(1, "Written."), tuple(8, "Said last."), tuple(2, "Listed"));
	}

	/**
	 * What the page of a draft has, found by its elements and not by what counts them.
	 */
	private static List<String> said(ReportModel report) throws Exception {
		StringWriter page = new StringWriter();
		HtmlReport.writePassages(Composition.of(report), (picture) -> Optional.of("/" + picture.sha256()), page);
		NodeList found = (NodeList) XPathFactory.newInstance()
			.newXPath()
			.evaluate(
					"//p[not(@class='as-a-whole')] | //dl/div | //li[not(parent::ul[@class='figures'])] | //tbody/tr | //figcaption[not(parent::figure[@class='chart'])]",
					DocumentBuilderFactory.newInstance()
						.newDocumentBuilder()
						.parse(new InputSource(new StringReader("<page>" + page + "</page>"))),
					XPathConstants.NODESET);
		return IntStream.range(0, found.getLength())
			.mapToObj((at) -> (Element) found.item(at))
			.map((it) -> it.getAttribute("data-place") + " " + it.getAttribute("data-paragraph"))
			.toList();
	}

	@Test
	void whatRestsOnARevisionRestsOnTheAcceptedOne() {
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		Map<String, Initiative> initiatives = report.initiatives()
			.collect(Collectors.toMap(Initiative::id, Function.identity()));
		List<Origin> resting = report.paragraphs().stream().filter((it) -> it.revision() != null).toList();
		assertThat(resting).hasSizeGreaterThan(30).allSatisfy((it) -> {
			assertThat(it.revision()).isEqualTo(initiatives.get(it.initiative()).update().revision());
			assertThat(it.acceptedBy()).isEqualTo("Standing Working Group");
		});
		assertThat(resting).extracting(Origin::place).contains("figures-and-charts", PROGRESS, "A04-I01-progress");
		assertThat(report.paragraphs()).filteredOn((it) -> "A03-I01".equals(it.initiative()))
			.isNotEmpty()
			.allMatch((it) -> it.revision() == null && it.acceptedBy() == null);
	}

	@Test
	void whatThePlanSaysWhatSomebodyWroteAndWhatIsWorkedOutAreToldApart() {
		// given
		this.fixture.chapter(FreeChapter.FOREWORD.key(), "A foreword.\n\nIts second paragraph.");
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(from(report, "foreword")).containsExactly(From.CHAPTER, From.CHAPTER);
		assertThat(from(report, PROGRESS)).isNotEmpty().containsOnly(From.UPDATE);
		assertThat(from(report, "A01-I01-outcomes")).containsOnly(From.PLAN);
		assertThat(from(report, "A03-I01-milestones")).containsOnly(From.PLAN);
		assertThat(from(report, "A01-I01-documents")).endsWith(From.PLAN).startsWith(From.UPDATE);
		assertThat(from(report, "A03-I01")).containsExactly(From.PLAN, From.COMPILED);
		assertThat(from(report, "at-a-glance")).containsOnly(From.COMPILED);
		assertThat(from(report, "figures-and-charts")).containsOnly(From.COMPILED);
	}

	@Test
	void theParagraphThatTheSecretariatEditedSaysSoAndNoOther() {
		// given
		this.fixture.edits().make(ReportFixture.CYCLE, PROGRESS, 2, 2, progress(2), "In other words.", null, "aes");
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(report.paragraphs()).filteredOn((it) -> it.edited() != null)
			.singleElement()
			.matches((it) -> it.place().equals(PROGRESS) && it.paragraph() == 2 && it.revision() == 2);
		assertThat(this.reports.correct(report).paragraphs()).filteredOn((it) -> it.edited() != null).hasSize(1);
	}

	@Test
	void aLaterRevisionMakesAnEditStaleAndPrintsItOnlyWhereTheParagraphIsTheSame() {
		// given
		this.fixture.edits().make(ReportFixture.CYCLE, PROGRESS, 2, 2, progress(2), "In other words.", null, "aes");
		this.fixture.edits()
			.make(ReportFixture.CYCLE, "A01-I01-highlights", 1, 2, "Highlights: 105 exchange pairs", "Many pairs.",
					null, "aes");
		assertThat(this.reports.draft(ReportFixture.CYCLE).edits()).hasSize(2)
			.allMatch((it) -> it.printed() && !it.isStale());
		Map<String, Object> later = ReportFixture.full();
		later.put("progress", "All is told anew.");
		// when
		this.fixture.accepted(this.fixture.revision("A01-I01", 3, "2023-07-20T10:00:00Z", later),
				"2023-07-21T10:00:00Z");
		// then
		Compilation.Draft draft = this.reports.draft(ReportFixture.CYCLE);
		assertThat(draft.edits()).allMatch(LaidEdit::isStale)
			.extracting((it) -> it.edit().place(), LaidEdit::printed, LaidEdit::revision)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(PROGRESS, false, 3),
					org.assertj.core.groups.Tuple.tuple("A01-I01-highlights", true, 3));
		String canonical = JsonReport.canonical(draft.report());
		assertThat(canonical).contains("All is told anew.", "Many pairs.").doesNotContain("In other words.");
	}

	@Test
	void noPersonIsNamed() {
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(report.paragraphs().stream().map(Origin::acceptedBy).filter(Objects::nonNull).distinct())
			.containsExactly("Standing Working Group");
	}

	private List<From> from(ReportModel report, String place) {
		return report.paragraphs().stream().filter((it) -> it.place().equals(place)).map(Origin::from).toList();
	}

	private String progress(int paragraph) {
		return Passages.of(Composition.of(this.reports.current(ReportFixture.CYCLE)))
			.find(PROGRESS, paragraph)
			.orElseThrow()
			.text();
	}

}
