package org.asemeducation.stocktake.report.html;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.report.AcceptedWords;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.update.files.ConsentItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc()).everyStanding();

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyAcceptedFieldStandsOnceAndNothingElse() throws Exception {
		String page = page(draft());

		Element body = elements(parsed(page), "body").get(0);

		AcceptedWords.assertEachStandsOnceIn(body.getTextContent());
		AcceptedWords.assertNothingUnacceptedIn(page);
	}

	@Test
	void everyMissingUpdateHasItsLine() throws Exception {
		Document page = parsed(page(draft()));

		List<String> missing = elements(page, "div").stream()
			.filter((it) -> it.getAttribute("class").equals("missing"))
			.map((it) -> it.getTextContent().strip())
			.toList();

		assertThat(missing).containsExactly("This chapter has not been written yet.",
				"Submitted on 1 December 2023, under review.",
				"Returned for revision on 8 September 2023, not received again.",
				"Draft not submitted: an update was begun, last saved on 28 November 2023.", "No update received.",
				"Not asked yet: a coordinator is being sought.", "Not asked yet.",
				"This chapter has not been written yet.");
	}

	@Test
	void everyPassageBearsItsIdOnceInTheOrderOfTheDocument() throws Exception {
		// given
		org.asemeducation.stocktake.report.document.Document document = Composition.of(draft());
		StringWriter out = new StringWriter();
		// when
		HtmlReport.writePassages(document, (picture) -> Optional.of("/pictures/" + picture.sha256()), out);
		// then
		List<Passage> passages = Passages.of(document).all();
		List<String> ids = Pattern.compile(" id=\"([^\"]+-p\\d+)\"")
			.matcher(out.toString())
			.results()
			.map((found) -> found.group(1))
			.toList();
		assertThat(passages).hasSizeGreaterThan(50)
			.extracting((it) -> it.place() + "-p" + it.paragraph())
			.isEqualTo(ids);
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(passages).filteredOn(Passage::prose)
			.isNotEmpty()
			.allSatisfy((it) -> assertThat(it.place())
				.matches(".+-(progress|highlights|added-value|challenges|answer-\\d+)|foreword|outlook"));
		assertThat(page(draft())).as("what is printed and sealed bears none").doesNotContain("data-place");
	}

	@Test
	void whatSomebodyTypedIsTextAndNeverMarkup() throws Exception {
		Document page = parsed(page(draft()));

		assertThat(elements(page, "script")).isEmpty();
		assertThat(elements(page, "b")).isEmpty();
		assertThat(elements(page, "a")).extracting((it) -> it.getAttribute("href"))
			.contains("https://example.org/report?a=1&b=2")
			.noneMatch((it) -> it.startsWith("javascript:"));
	}

	@Test
	void anAttachedPictureStandsInThePageWithItsCaptionCreditAndAlternativeText() throws Exception {
		List<Element> figures = figures("picture");

		assertThat(figures).hasSize(1);
		Element picture = elements(figures.get(0), "img").get(0);
		assertThat(picture.getAttribute("alt")).isEqualTo("Caption of the chart <i>");
		assertThat(picture.getAttribute("src"))
			.isEqualTo("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(ReportFixture.PICTURE_BYTES));
		assertThat(elements(figures.get(0), "figcaption").get(0).getTextContent())
			.isEqualTo("Caption of the chart <i> (Credit of the chart)");
		assertThat(HtmlReport.contentSecurityPolicy()).contains("img-src data:;", "default-src 'none'");
	}

	@Test
	void aPictureThatIsGoneLeavesNothing() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		new HtmlReport((picture) -> Optional.empty()).write(draft(), out);

		assertThat(out.toString(StandardCharsets.UTF_8)).contains("Quoted before there was a field")
			.doesNotContain("Caption of the chart", "<img");
	}

	@Test
	void whatSomebodyNoLongerAgreesToIsNotPrinted() throws Exception {
		this.fixture.withdrawn("file:" + ReportFixture.PICTURE)
			.withdrawn(ConsentItem
				.of(new JsonMapper().createObjectNode().put("caption", "Quoted before there was a field")));

		assertThat(page(draft()))
			.doesNotContain("Caption of the chart", "Quoted before there was a field", "Speaker of old")
			.contains("It opened doors", "Caption of the picture");
	}

	@Test
	void theWordsOfSomebodyStandAsAQuoteWithWhoSaidThem() throws Exception {
		List<Element> quotes = figures("quote");

		assertThat(quotes).hasSize(2);
		assertThat(elements(quotes.get(0), "blockquote").get(0).getTextContent())
			.contains("It opened doors <i>for me</i>.", "Second paragraph of the quote");
		assertThat(elements(quotes.get(0), "figcaption").get(0).getTextContent())
			.isEqualTo("Speaker Nguyễn, Role: exchange student");
		assertThat(elements(quotes.get(1), "figcaption").get(0).getTextContent()).isEqualTo("Speaker of old");
	}

	private List<Element> figures(String kind) throws Exception {
		return elements(parsed(page(draft())), "figure").stream()
			.filter((it) -> it.getAttribute("class").equals(kind))
			.toList();
	}

	@Test
	void headingsGoDownOneStepAtATimeAndNoneIsEmpty() throws Exception {
		List<Element> headings = elements(parsed(page(draft())), "*").stream()
			.filter((it) -> it.getTagName().matches("h[1-6]"))
			.toList();

		List<Integer> levels = headings.stream().map((it) -> it.getTagName().charAt(1) - '0').toList();
		assertThat(levels).startsWith(1).contains(6);
		assertThat(IntStream.range(1, levels.size())).allMatch((i) -> levels.get(i) - levels.get(i - 1) <= 1);
		assertThat(headings).noneMatch((it) -> it.getTextContent().isBlank());
	}

	@Test
	void anchorsAreUniqueAndEveryInnerLinkLeadsToOne() throws Exception {
		Document page = parsed(page(draft()));
		List<String> anchors = elements(page, "*").stream()
			.map((it) -> it.getAttribute("id"))
			.filter((it) -> !it.isEmpty())
			.toList();

		Set<String> targets = new HashSet<>(elements(page, "a").stream()
			.map((it) -> it.getAttribute("href"))
			.filter((it) -> it.startsWith("#"))
			.map((it) -> it.substring(1))
			.toList());

		assertThat(anchors).doesNotHaveDuplicates().contains("A01-I01", "A03-I03");
		assertThat(targets).hasSizeGreaterThan(10).isSubsetOf(anchors);
	}

	@Test
	void tablesHaveCaptionsAndHeads() throws Exception {
		Document page = parsed(page(draft()));

		assertThat(elements(page, "table")).isNotEmpty().allSatisfy((table) -> {
			assertThat(elements(table, "caption")).hasSize(1);
			assertThat(elements(table, "th")).allMatch((it) -> it.getAttribute("scope").matches("col|row"));
		});
	}

	@Test
	void textInAnotherScriptSaysItsLanguage() throws Exception {
		Document page = parsed(page(draft()));

		assertThat(elements(page, "span")).extracting((it) -> it.getAttribute("lang"))
			.contains("th", "km", "zh", "ar", "ko", "el");
		assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
	}

	@Test
	void initiativesOfOneProgrammeNameEachOther() throws Exception {
		this.fixture.programme("A01-I02", "duo").programme("A04-I01", "duo").programme("A03-I01", "alone");

		Document page = parsed(page(draft()));

		assertThat(elements(page, "dl")).extracting((it) -> it.getTextContent().strip())
			.filteredOn((it) -> it.contains("Same programme"))
			.containsExactly("CoordinatorsASEF, Party of A01-I02\nSame programmeA04-I01",
					"CoordinatorsASEF, Party of A04-I01\nSame programmeA01-I02");
	}

	@Test
	void aSealedReportSaysForWhomItIsAndNothingOfWhatIsUnwritten() throws Exception {
		this.fixture.chapter("foreword", "First words.\n\nSecond words.");

		SealedVersion sealed = this.fixture.seal(ReportModel.State.FOR_MINISTERS);
		String page = page(this.fixture.reports().version(ReportFixture.CYCLE, sealed.version()).orElseThrow());

		assertThat(page)
			.contains("<p dir=\"auto\"><span class=\"paragraph-number\" id=\"paragraph-1\">1 </span>First words.</p>",
					"Version 1 for ministers, sealed on 14 January 2024, 10:30 (Europe/Rome)", "href=\"annex.docx\"")
			.doesNotContain("not been written", "Expert reflections", "Draft, version");
	}

	@Test
	void aDraftOffersNoAnnex() throws Exception {
		assertThat(page(draft())).doesNotContain("annex.docx");
	}

	@Test
	void theSameModelGivesTheSameBytes() throws IOException {
		ReportModel report = draft();

		assertThat(page(report)).isEqualTo(page(report));
	}

	private ReportModel draft() {
		return this.fixture.reports().compile(ReportFixture.CYCLE);
	}

	private static String page(ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new HtmlReport(ReportFixture.PICTURES).write(report, out);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** Our page is XML but for its first line and the elements without content. */
	private static Document parsed(String page) throws Exception {
		String xml = page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta)( [^>]*)>", "<$1$2/>");
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Element> elements(Document page, String name) {
		return elements(page.getDocumentElement(), name);
	}

	private static List<Element> elements(Element parent, String name) {
		NodeList nodes = parent.getElementsByTagName(name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

}
