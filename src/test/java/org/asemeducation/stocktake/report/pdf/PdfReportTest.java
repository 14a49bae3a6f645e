package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.asemeducation.stocktake.report.AcceptedWords;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;
import org.asemeducation.stocktake.report.model.Since;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfReportTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc());

	private final ReportModel report = this.fixture.everyStanding()
		.confirmed(1, "1.1")
		.reports()
		.compile(ReportFixture.CYCLE);

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyInitiativeAndEveryAcceptedFieldIsThereAndNothingElse() throws Exception {
		// given
		byte[] pdf = pdf(new PdfReport(ReportFixture.PICTURES), this.report);
		// when
		String text = text(pdf).replaceAll("[\\s\u200B]+", "");
		// then
		this.report.initiatives()
			.forEach((it) -> assertThat(text).contains(it.id() + it.title().replaceAll("\\s", "")));
		AcceptedWords.assertNothingUnacceptedIn(text);
		List<String> set = AcceptedWords.paragraphs()
			.stream()
			.filter((it) -> it.codePoints().allMatch((letter) -> letter < 0x0590))
			.filter((it) -> it.length() < 120)
			.toList();
		assertThat(set).hasSizeGreaterThan(20)
			.allSatisfy((paragraph) -> assertThat(times(paragraph.replaceAll("\\s+", ""), text)).isBetween(1,
					AcceptedWords.isToldTwice(paragraph) ? 2 : 1));
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void atAGlanceIsOnePageHoweverMuchThereIs() throws Exception {
		// given
		for (int i = 1; i <= 44; i++) {
			this.fixture.initiative("A0%d-I%d".formatted(i % 4 + 1, 50 + i), i % 4 + 1, false);
		}
		this.fixture.confirmed(2, "2.1");
		this.database.jdbc()
			.sql("update objective set title = title || ', which says at some length what all of this is for'")
			.update();
		ReportModel large = this.fixture.reports().compile(ReportFixture.CYCLE);
		assertThat(large.initiatives()).hasSizeGreaterThanOrEqualTo(52);
		List<Since.Total> totals = Stream
			.of("standing accepted", "completion completed", "completion partly-completed", "completion not-started",
					"aims achieved", "aims partly-achieved", "aims not-yet-achieved", "continuation ongoing",
					"continuation suspended", "continuation concluded")
			.map((it) -> new Since.Total(it.split(" ")[0], it.split(" ")[1], 21, 34))
			.toList();
		Since since = new Since("ASEMME8", 4, 48, totals,
				large.initiatives()
					.map((it) -> new Since.Change(it.id(), "completion", "not-started", "partly-completed"))
					.toList(),
				List.of(new Since.Listed("A01-I51", "New")), List.of(new Since.Listed("A09-I01", "Gone")));
		// when
		byte[] pdf = pdf(new PdfReport(ReportFixture.PICTURES),
				large.read(ReportChapter.USUAL, since, large.participation(), List.of()));
		// then
		try (PDDocument document = Loader.loadPDF(pdf)) {
			int page = page(document, "at-a-glance");
			assertThat(page(document, "figures-and-charts")).isEqualTo(page + 1);
			assertThat(page(document, "since-the-last-report")).isEqualTo(page);
			PDFTextStripper text = new PDFTextStripper();
			text.setStartPage(page + 1);
			text.setEndPage(page + 1);
			assertThat(text.getText(document)).contains("At a glance", "updates received", "Where the updates stand",
					"Status by objective", "Concluded 21, now 34");
		}
		PdfUa.assertKeptBy(pdf);
	}

	private static int page(PDDocument document, String id) throws IOException {
		return document.getDocumentCatalog().findNamedDestinationPage(new PDNamedDestination(id)).retrievePageNumber();
	}

	@Test
	void theAnnexIsOnBroadPagesWithAHeadOnEach() throws Exception {
		// given
		byte[] pdf = pdf(new PdfAnnex(),
				JsonReport.read(JsonReport.canonical(this.report.with(ReportFixture.annex(this.report)))));
		// when, then
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getPage(0).getMediaBox().getWidth())
				.isGreaterThan(document.getPage(0).getMediaBox().getHeight());
		}
		String text = text(pdf).replaceAll("\\s+", " ");
		assertThat(text).contains("Activities of the next two years", "120 pairs", "1 Second call", "2 Alumni meeting",
				"Page 1 of");
		assertThat(times("Action 1: Title of action 1", text)).isOne();
		assertThat(times("Action 3: Title of action 3", text)).isOne();
		assertThat(times("ASEMME9: work plan for the next two years", text))
			.as("in the head of its page and above its table")
			.isEqualTo(2);
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void eachPageOfALongAnnexHasAHeadAndLinesBelowIt() throws Exception {
		// given
		List<Annex.Line> lines = this.report.initiatives()
			.flatMap((initiative) -> IntStream.rangeClosed(1, 6)
				.mapToObj((i) -> new Annex.Line(i, initiative.id(), "Seminar for universities of both regions",
						"Year " + i, "Proceedings of it", "A network", "1.1: Balanced mobility ".repeat(i))))
			.toList();
		// when
		byte[] pdf = pdf(new PdfAnnex(), this.report.with(new Annex("Work plan", lines)));
		// then
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isGreaterThan(4);
			PDFTextStripper text = new PDFTextStripper();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				text.setStartPage(page);
				text.setEndPage(page);
				String words = text.getText(document);
				assertThat(words).as("page %d", page).contains("Coordinators", "Line");
				assertThat(words.lastIndexOf("When: Year")).as("a line below the last head of page %d", page)
					.isGreaterThan(words.lastIndexOf("Coordinators"));
			}
		}
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void whatIsSaidOfSeveralLinesOfTheAnnexIsSaidOnce() throws Exception {
		String text = text(pdf(new PdfAnnex(), this.report.with(ReportFixture.annex(this.report))));
		assertThat(times("1.1: Balanced mobility", text)).isOne();
		assertThat(times("Initiative A01-I01 (NEW)", text)).isOne();
		assertThat(times("A01-I01", text)).as("once for each line, in its title, in its coordinator").isEqualTo(4);
	}

	private static int times(String words, String text) {
		return text.split(Pattern.quote(words), -1).length - 1;
	}

	private static byte[] pdf(ReportWriter writer, ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writer.write(report, out);
		return out.toByteArray();
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

}
