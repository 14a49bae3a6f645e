package org.asemeducation.stocktake.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.asemeducation.stocktake.report.compare.Comparison;
import org.asemeducation.stocktake.report.compare.ReportComparison;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.pdf.PdfUa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paragraph 17 is paragraph 17 in every file.
 */
class ParagraphNumbersTest {

	private static final Pattern PRINTED = Pattern
		.compile("<span class=\"paragraph-number\" id=\"paragraph-(\\d+)\">(\\d+) </span>(.*?)</p>", Pattern.DOTALL);

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final Reports reports = this.fixture.reports();

	@BeforeEach
	void fill() {
		this.fixture.everyStanding().confirmed(1, "1.1");
		this.fixture.chapter(FreeChapter.FOREWORD.key(), "A foreword.\n\nIts second paragraph.");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void eachParagraphThatCanBeQuotedIsCountedOnceInReadingOrder() {
		// when
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(report.paragraphs().stream().map(Origin::number).filter((it) -> it != null))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, kept(report).size()).boxed().toList())
			.hasSizeGreaterThan(15);
		assertThat(kept(report)).containsEntry(1, "A foreword.")
			.containsEntry(2, "Its second paragraph.")
			.containsValues("Second paragraph of the quote", "Quoted before there was a field");
		assertThat(report.paragraphs())
			.filteredOn((it) -> it.place().matches("at-a-glance|charts|A01-I01(-pictures|-documents)?|annex"))
			.isNotEmpty()
			.allMatch((it) -> it.number() == null);
	}

	@Test
	void everyFilePrintsTheSameNumbers() throws Exception {
		// given
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		Map<Integer, String> kept = kept(report);
		Map<String, ReportWriter> writers = ReportFixture.writers(ReportFixture.PICTURES).byFile(report);
		// when
		byte[] pdf = bytes(writers.get("report.pdf"), report);
		// then
		assertThat(ofHtml(text(bytes(writers.get("report.html"), report)))).isEqualTo(kept);
		assertThat(ofWord(bytes(writers.get("report.docx"), report))).isEqualTo(squeezed(kept));
		assertThat(ofJson(JsonReport.read(JsonReport.canonical(report)))).isEqualTo(kept);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			String printed = squeezed(new PDFTextStripper().getText(document));
			var names = document.getDocumentCatalog().getNames().getDests().getNames();
			kept.forEach((number, words) -> {
				assertThat(names).containsKey("paragraph-" + number);
				if (words.codePoints().allMatch((letter) -> letter < 0x0590) && words.length() < 100) {
					assertThat(printed).contains(number + squeezed(words));
				}
			});
			assertThat(names.keySet()).filteredOn((it) -> it.startsWith("paragraph-")).hasSameSizeAs(kept.keySet());
		}
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void aSheetAndTheRowOfAnInitiativeHaveTheNumbersOfTheReport() throws Exception {
		// given
		ReportModel report = this.reports.compile(ReportFixture.CYCLE);
		Map<Integer, String> kept = kept(report);
		Map<String, ByteArrayOutputStream> sheets = new HashMap<>();
		// when
		ReportFixture.writers(ReportFixture.PICTURES).writeSheets(report, (name) -> {
			sheets.put(name, new ByteArrayOutputStream());
			return sheets.get(name);
		});
		// then
		Map<Integer, String> page = ofHtml(text(sheets.get("A01-I01.html").toByteArray()));
		assertThat(page).hasSizeGreaterThan(5);
		assertThat(kept).containsAllEntriesOf(page);
		assertThat(ofWord(sheets.get("A01-I01.docx").toByteArray())).isEqualTo(squeezed(page));
		TreeMap<Integer, String> ordered = new TreeMap<>(page);
		assertThat(ordered.lastKey() - ordered.firstKey() + 1).isEqualTo(page.size());
		assertThat(rows(report).get("A01-I01")).isEqualTo("%d–%d".formatted(ordered.firstKey(), ordered.lastKey()));
		assertThat(rows(report).get("A03-I01")).as("nothing to quote").isEmpty();
	}

	@Test
	void aReportFromBeforePrintsNone() throws Exception {
		// given
		ReportModel now = this.reports.compile(ReportFixture.CYCLE);
		ReportModel before = JsonReport
			.read(JsonReport.canonical(now).replaceAll("\"number\":\\d+,\"paragraph\"", "\"paragraph\""));
		Map<String, ReportWriter> writers = ReportFixture.writers(ReportFixture.PICTURES).byFile(before);
		// then
		assertThat(before.paragraphs()).hasSameSizeAs(now.paragraphs()).allMatch((it) -> it.number() == null);
		assertThat(ofHtml(text(bytes(writers.get("report.html"), before)))).isEmpty();
		assertThat(ofWord(bytes(writers.get("report.docx"), before))).isEmpty();
		assertThat(rows(before).values()).containsOnly("");
	}

	@Test
	void numbersThatShiftAreNoChangedWords() {
		// given
		ReportModel before = this.reports.compile(ReportFixture.CYCLE);
		this.database.jdbc()
			.sql("update report_chapter set text = E'A foreword.\n\nA paragraph more.\n\nIts second paragraph.'")
			.update();
		// when
		ReportModel after = this.reports.compile(ReportFixture.CYCLE);
		// then
		assertThat(kept(after)).containsEntry(3, "Its second paragraph.").hasSize(kept(before).size() + 1);
		Comparison comparison = ReportComparison.of(before, after);
		assertThat(comparison.initiatives()).isNotEmpty().allMatch((it) -> it.kind() == Comparison.Kind.SAME);
		assertThat(comparison.chapters()).filteredOn((it) -> it.kind() != Comparison.Kind.SAME)
			.extracting(Comparison.Unit::id)
			.doesNotContain("analysis", "commitments")
			.contains("foreword");
	}

	/** What the model says of its passages. */
	private static Map<Integer, String> kept(ReportModel report) {
		return ofJson(report);
	}

	private static Map<Integer, String> ofJson(ReportModel report) {
		Passages passages = Passages.of(Composition.of(report));
		Map<Integer, String> numbers = new TreeMap<>();
		report.paragraphs()
			.stream()
			.filter((it) -> it.number() != null)
			.forEach((it) -> numbers.put(it.number(),
					passages.find(it.place(), it.paragraph()).map(Passage::text).orElseThrow()));
		return numbers;
	}

	private static Map<Integer, String> ofHtml(String page) {
		Map<Integer, String> numbers = new TreeMap<>();
		Matcher printed = PRINTED.matcher(page);
		while (printed.find()) {
			assertThat(printed.group(1)).isEqualTo(printed.group(2));
			String words = printed.group(3)
				.replaceAll("<[^>]*>", "")
				.replace("&lt;", "<")
				.replace("&gt;", ">")
				.replace("&quot;", "\"")
				.replace("&#39;", "'")
				.replace("&amp;", "&");
			assertThat(numbers.put(Integer.valueOf(printed.group(1)), words)).isNull();
		}
		return numbers;
	}

	private static Map<Integer, String> ofWord(byte[] file) throws IOException {
		Map<Integer, String> numbers = new TreeMap<>();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
			for (XWPFParagraph paragraph : document.getParagraphs()) {
				if (!paragraph.getRuns().isEmpty() && "ParagraphNumber".equals(paragraph.getRuns().get(0).getStyle())) {
					String[] halves = paragraph.getText().split("\t", 2);
					assertThat(paragraph.getCTP().getBookmarkStartList()).singleElement()
						.satisfies((it) -> assertThat(it.getName()).isEqualTo("s_paragraph_" + halves[0]));
					numbers.put(Integer.valueOf(halves[0]), squeezed(halves[1]));
				}
			}
		}
		return numbers;
	}

	private static Map<String, String> rows(ReportModel report) throws IOException {
		byte[] csv = bytes(ReportFixture.writers(ReportFixture.PICTURES).byFile(report).get("report.csv"), report);
		List<CSVRecord> records = new ArrayList<>(
				CSVFormat.DEFAULT.parse(new StringReader(text(csv).substring(1))).getRecords());
		int column = records.get(0).toList().indexOf("Paragraphs");
		Map<String, String> rows = new TreeMap<>();
		records.stream().skip(1).forEach((row) -> rows.put(row.get(0), row.get(column)));
		return rows;
	}

	private static Map<Integer, String> squeezed(Map<Integer, String> numbers) {
		Map<Integer, String> squeezed = new TreeMap<>();
		numbers.forEach((number, words) -> squeezed.put(number, squeezed(words)));
		return squeezed;
	}

	private static String squeezed(String words) {
		return words.replaceAll("[\\s\u200B]+", "");
	}

	private static byte[] bytes(ReportWriter writer, ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out.toByteArray();
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
