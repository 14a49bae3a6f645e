package org.asemeducation.stocktake.report.compare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.compare.Comparison.Kind;
import org.asemeducation.stocktake.report.compare.Comparison.Line;
import org.asemeducation.stocktake.report.compare.Comparison.Stretch;
import org.asemeducation.stocktake.report.compare.Comparison.Unit;
import org.asemeducation.stocktake.report.html.ComparisonPage;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.update.compare.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class ReportComparisonTest {

	private static final JsonMapper JSON = new JsonMapper();

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc()).everyStanding()
		.chapter("foreword", "First paragraph.\n\nSecond paragraph.");

	private final ReportModel earlier = annexed(this.fixture.reports().compile(ReportFixture.CYCLE));

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void theSameReportSaysTheSame() {
		Comparison comparison = ReportComparison.of(this.earlier, this.earlier);

		assertThat(comparison.initiatives()).hasSize(8).extracting(Unit::kind).containsOnly(Kind.SAME);
		assertThat(comparison.plan()).hasSize(2).extracting(Unit::kind).containsOnly(Kind.SAME);
		assertThat(comparison.chapters()).isNotEmpty().extracting(Unit::kind).containsOnly(Kind.SAME);
		assertThat(text(comparison.initiatives().get(0))).contains("Progress two with a line", "It opened doors",
				"Speaker Nguyễn, Role: exchange student", "Picture: Caption of the chart <i> (Credit of the chart)",
				"Meeting of experts <b>bold</b>", "Completion: Partly completed");
	}

	@Test
	void oneChangedWordIsFoundWhereItStandsAndNowhereElse() {
		Comparison comparison = ReportComparison.of(this.earlier, with("105 exchange pairs", "120 exchange pairs"));

		assertThat(comparison.initiatives()).filteredOn((it) -> it.kind() != Kind.SAME)
			.extracting(Unit::id)
			.containsExactly("A01-I01");
		Stretch highlights = comparison.initiatives()
			.get(0)
			.stretches()
			.stream()
			.filter((it) -> it.heading().endsWith("Highlights"))
			.findFirst()
			.orElseThrow();
		assertThat(highlights.lines()).containsExactly(new Line(Kind.CHANGED,
				List.of(new Part(Part.Kind.SAME, "Highlights: "), new Part(Part.Kind.STRUCK, "105"),
						new Part(Part.Kind.ADDED, "120"), new Part(Part.Kind.SAME, " exchange pairs"))));
		assertThat(comparison.plan()).extracting(Unit::kind).containsOnly(Kind.SAME);
	}

	@Test
	void aNewParagraphIsAddedAndThoseAroundItAreTheSame() {
		Comparison comparison = ReportComparison.of(this.earlier,
				with("First paragraph.", "First paragraph.\\n\\nWhat nobody had said."));

		Unit foreword = comparison.chapters()
			.stream()
			.filter((it) -> it.id().equals("foreword"))
			.findFirst()
			.orElseThrow();
		assertThat(foreword.kind()).isEqualTo(Kind.CHANGED);
		assertThat(foreword.stretches()).last()
			.satisfies((it) -> assertThat(it.lines()).extracting(Line::kind)
				.containsExactly(Kind.SAME, Kind.ADDED, Kind.SAME));
	}

	@Test
	void anInitiativeThatOnlyOneHasStandsWhereItStood() throws IOException {
		ReportModel fewer = without("A02-I01");

		assertThat(ReportComparison.of(this.earlier, fewer).initiatives()).extracting((it) -> it.id() + " " + it.kind())
			.startsWith("A01-I01 SAME", "A01-I02 SAME", "A02-I01 REMOVED", "A02-I02 SAME");
		assertThat(ReportComparison.of(fewer, this.earlier).initiatives()).extracting((it) -> it.id() + " " + it.kind())
			.startsWith("A01-I01 SAME", "A01-I02 SAME", "A02-I01 ADDED", "A02-I02 SAME");
	}

	@Test
	void linesOfAnAnnexAreTheSameByTheirNumberWithinACycleAndByTheirWordsBetweenTwo() {
		ReportModel moved = this.earlier.with(new Annex("Work plan",
				List.of(new Annex.Line(2, "A01-I01", "Alumni meeting", null, null, "A network of many",
						"1.1: Balanced mobility"),
						new Annex.Line(4, "A03-I01", "서울대학교 seminar", "2025", "Proceedings", null, null))));

		Unit within = ReportComparison.of(this.earlier, moved).plan().get(0);
		Unit between = ReportComparison
			.of(this.earlier,
					JsonReport
						.read(JsonReport.canonical(moved).replace("\"name\":\"ASEMME9\"", "\"name\":\"ASEMME10\"")))
			.plan()
			.get(0);

		assertThat(within.stretches()).extracting(Stretch::heading).containsExactly("Line 1", "Line 2");
		assertThat(within.stretches().get(0).lines()).extracting(Line::kind).containsOnly(Kind.REMOVED);
		assertThat(within.stretches().get(1).lines()).extracting(Line::kind)
			.containsExactly(Kind.SAME, Kind.CHANGED, Kind.SAME);
		assertThat(between.stretches()).singleElement()
			.satisfies(
					(it) -> assertThat(it.lines()).extracting(Line::kind).containsExactly(Kind.REMOVED, Kind.CHANGED));
	}

	@Test
	void thePageNeedsNothingBesideItAndFoldsWhatIsTheSame() throws Exception {
		String text = page(ReportComparison.of(this.earlier, with("105 exchange pairs", "120 exchange pairs")));
		Document page = parsed(text);

		assertThat(texts(page, "//script | //link | //img | //@style | //@onclick | //details/@open")).isEmpty();
		assertThat(texts(page, "//*[@id='A01-I01']//p[@class='changed']/del")).containsExactly("105");
		assertThat(texts(page, "//*[@id='A01-I01']//p[@class='changed']/ins")).containsExactly("120");
		assertThat(texts(page, "//*[@id='initiatives']/details[@class='unchanged']/summary"))
			.containsExactly("7 initiatives the same in both");
		assertThat(texts(page, "//*[@id='A01-I01']/details[@class='same']/summary")).hasSizeBetween(2, 4)
			.last()
			.asString()
			.startsWith("The same: Added value in the ASEM Education Process · Challenges")
			.endsWith("Status · Plans and expected outcomes · Documents");
		assertThat(texts(page, "//*[@id='initiatives']/p")).first()
			.asString()
			.isEqualTo("8 initiatives: 1 changed, 7 the same in both.");
		assertThat(texts(page, "//nav//a[@href='#A01-I01']")).containsExactly("A01-I01 Initiative A01-I01 (NEW)");
		assertThat(texts(page, "//a[@href='https://stocktake.example/earlier']")).first()
			.asString()
			.startsWith("Draft, version 1");
		assertThat(texts(page, "//@id")).doesNotHaveDuplicates()
			.containsAll(
					texts(page, "//a[starts-with(@href, '#')]/@href").stream().map((it) -> it.substring(1)).toList());
		assertThat(text).doesNotContain(ReportFixture.SECRET, "<script>");
	}

	@Test
	void twoCyclesAreNamed() throws Exception {
		Document page = parsed(page(ReportComparison.of(
				JsonReport
					.read(JsonReport.canonical(this.earlier).replace("\"name\":\"ASEMME9\"", "\"name\":\"ASEMME8\"")),
				this.earlier)));

		assertThat(texts(page, "//title")).containsExactly("What changed, word by word – ASEMME8 and ASEMME9");
		assertThat(texts(page, "//p[@class='side']")).satisfiesExactly(
				(it) -> assertThat(it).startsWith("From: ASEMME8: From Bangkok to Malta. "),
				(it) -> assertThat(it).startsWith("To: ASEMME9: From Bangkok to Malta. "));
	}

	private static String page(Comparison comparison) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ComparisonPage.write(comparison, "https://stocktake.example/earlier", "https://stocktake.example/later", out);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** Our page is XML but for its first line and the elements without content. */
	private static Document parsed(String page) throws Exception {
		String xml = page.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta)( [^>]*)>", "<$1$2/>");
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<String> texts(Document page, String path) throws Exception {
		NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
		return IntStream.range(0, nodes.getLength()).mapToObj((it) -> nodes.item(it).getTextContent()).toList();
	}

	private static String text(Unit unit) {
		StringBuilder text = new StringBuilder();
		unit.stretches()
			.forEach((stretch) -> stretch.lines()
				.forEach((line) -> line.parts().forEach((part) -> text.append(part.text()).append('\n'))));
		return text.toString();
	}

	private ReportModel without(String id) throws IOException {
		JsonNode report = JSON.readTree(JsonReport.canonical(this.earlier));
		report.findValues("initiatives").forEach((all) -> {
			for (int i = all.size() - 1; i >= 0; i--) {
				if (all.get(i).path("id").asText().equals(id)) {
					((ArrayNode) all).remove(i);
				}
			}
		});
		return JsonReport.read(report.toString());
	}

	private ReportModel with(String said, String now) {
		String json = JsonReport.canonical(this.earlier);
		assertThat(json).contains(said);
		return JsonReport.read(json.replace(said, now));
	}

	private static ReportModel annexed(ReportModel report) {
		return JsonReport.read(JsonReport.canonical(report.with(ReportFixture.annex(report))));
	}

}
