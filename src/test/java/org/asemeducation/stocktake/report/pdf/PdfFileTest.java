package org.asemeducation.stocktake.report.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Illustration;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Quote;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfFileTest {

	/** What is set as text, by the name of its script. */
	private static final Map<String, String> SET = Map.of("Latin",
			"Łódź, Ngô Đình Diễm, Ærø, İstanbul, ǻ, officials flow", "Greek", "Αθήνα και Λευκωσία", "Cyrillic",
			"Москва, Улаанбаатар Өнөөдөр", "Chinese", "北京大学与上海语言", "Japanese", "東京で開かれた会議", "Korean", "서울에서 열린 회의");

	/** What is drawn. */
	private static final Map<String, String> DRAWN = new LinkedHashMap<>();

	static {
		DRAWN.put("Thai", "กรุงเทพมหานครที่นั่น");
		DRAWN.put("Lao", "ນະຄອນຫຼວງວຽງຈັນ");
		DRAWN.put("Khmer", "រាជធានីភ្នំពេញ");
		DRAWN.put("Burmese", "ရန်ကုန်မြို့");
		DRAWN.put("Devanagari", "दिल्ली विश्वविद्यालय");
		DRAWN.put("Bengali", "ঢাকা বিশ্ববিদ্যালয়");
		DRAWN.put("Arabic", "جامعة");
	}

	private static final PictureSource PICTURES = (picture) -> Optional.of(png());

	@Test
	void aReportInAllScriptsKeepsTheRulesOfPdfUa() throws Exception {
		// given
		byte[] pdf = pdf(report(2));
		keep("report", pdf);
		// when, then
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void aReportInPartsKeepsThemToo() throws Exception {
		// given
		byte[] pdf = pdf(report(70));
		keep("parts", pdf);
		// when, then
		PdfUa.assertKeptBy(pdf);
	}

	@Test
	void aTableOnBroadPagesAndAShortTextKeepThemToo() throws Exception {
		for (PrintLayout layout : List.of(PrintLayout.TABLE, PrintLayout.TEXT)) {
			// given
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			PdfFile.write(report(1), PICTURES, layout, out);
			keep(layout.name().toLowerCase(java.util.Locale.ROOT), out.toByteArray());
			// when, then
			PdfUa.assertKeptBy(out.toByteArray());
		}
	}

	@Test
	void whatIsSetIsFoundAndWhatIsDrawnSaysItsText() throws IOException {
		// given
		byte[] pdf = pdf(report(1));
		// when
		String text = text(pdf).replaceAll("\\s+", " ");
		String drawn = String.join("", actualTexts(pdf));
		// then
		assertThat(text).contains(SET.values());
		for (String words : DRAWN.values()) {
			assertThat(drawn).contains(words.replace(" ", ""));
		}
		assertThat(text).doesNotContain("cannot show all letters");
	}

	@Test
	void everyNumberInTheContentsIsThePageOfItsHeading() throws IOException {
		// given
		byte[] pdf = pdf(report(70));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			String contents = text(document, 2, 5);
			PDFTextStripper page = new PDFTextStripper();
			// when, then
			for (int number : new int[] { 1, 35, 59, 60, 61, 70 }) {
				String title = "A01-I%02d Initiative number %d".formatted(number, number);
				Matcher line = Pattern.compile(Pattern.quote(title) + " \\(NEW\\)[. ]+(\\d+)").matcher(contents);
				assertThat(line.find()).as(title).isTrue();
				int said = Integer.parseInt(line.group(1));
				page.setStartPage(said);
				page.setEndPage(said);
				assertThat(page.getText(document)).as(title).contains(title).contains("Page %d of".formatted(said));
			}
		}
	}

	@Test
	void bookmarksAndLinksLeadToTheHeadingAlsoInAnotherPart() throws IOException {
		// given
		try (PDDocument document = Loader.loadPDF(pdf(report(70)))) {
			// when
			List<PDOutlineItem> chapters = new ArrayList<>();
			document.getDocumentCatalog().getDocumentOutline().children().forEach(chapters::add);
			PDOutlineItem last = chapters.get(0).getFirstChild().getLastChild();
			// then
			assertThat(chapters).extracting(PDOutlineItem::getTitle)
				.containsExactly("Objective 1: The objective", "End");
			assertThat(last.getTitle()).isEqualTo("A01-I70 Initiative number 70 (NEW)");
			int page = page(document, last.getDestination());
			assertThat(((PDNamedDestination) last.getDestination()).getNamedDestination()).isEqualTo("A01-I70");
			assertThat(text(document, page, page)).contains("A01-I70 Initiative number 70");
			assertThat(leads(document)).contains(page).doesNotContain(0);
		}
	}

	@Test
	void noPageEndsWithTheCaptionOrTheHeadOfATable() throws IOException {
		// given tables that begin at any height of a page
		List<Block> blocks = new ArrayList<>();
		for (int number = 1; number <= 60; number++) {
			blocks.add(new Prose(Prose.Tone.PLAIN, "A line.\n\n".repeat(number % 9 + 1).strip()));
			blocks.add(new Table(number, "Events", List.of(Table.Column.of("When", 20), Table.Column.of("What", 20)),
					Collections.nCopies(number % 4 + 1,
							List.of(Phrase.of("2023"), Phrase.of("A row of three lines or more ".repeat(3))))));
		}
		Document document = new Document("Title", "Subtitle", "Edition", false, List.of(), "Description",
				"2024-01-14T09:30:00Z",
				List.of(new Section(Section.Kind.CHAPTER, "one", null, "One", null, null, blocks)));
		// when
		try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
			List<String> ends = new ArrayList<>();
			for (int page = 3; page <= pdf.getNumberOfPages(); page++) {
				text(pdf, page, page).lines()
					.filter((line) -> line.matches("A line\\.|2023.*|.*(row|lines|more).*|When What|Table.*"))
					.reduce((before, line) -> line)
					.ifPresent(ends::add);
			}
			// then
			assertThat(ends).hasSizeGreaterThan(10).noneMatch((line) -> line.matches("When What|Table.*"));
			assertThat(text(pdf, 1, pdf.getNumberOfPages())).contains("When What", "Table 60: Events");
		}
	}

	@Test
	void theSameDocumentGivesTheSameBytes() throws IOException {
		byte[] first = pdf(report(3));
		keep("first", first);
		byte[] second = pdf(report(3));
		keep("second", second);
		assertThat(second).isEqualTo(first);
	}

	@Test
	void everyFontIsInTheFile() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf(report(1)))) {
			int fonts = 0;
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
					fonts++;
				}
			}
			assertThat(fonts).isGreaterThan(5);
		}
	}

	@Test
	void aLetterThatNoFontHasIsSaid() throws IOException {
		// given
		Document document = new Document("Title", "Subtitle", "Edition", false, List.of(), "Description",
				"2024-01-14T09:30:00Z", List.of(new Section(Section.Kind.CHAPTER, "one", null, "One", null, null,
						List.of(new Prose(Prose.Tone.PLAIN, "We met in \uD800\uDF30 here.")))));
		// when
		String text = text(pdf(document)).replaceAll("\\s+", " ");
		// then
		assertThat(text).contains("This file cannot show all letters", "We met in", "?");
	}

	@Test
	void whatSomebodyTypesIsText() throws IOException {
		String typed = "<script>alert(1)</script> & \"<b>\" ]]> <object type=\"word\" alt=\"x\"/>";
		Document document = new Document("Title <b>", "Sub\"title; } @page", "Edition \\", false, List.of(typed),
				"A & B", "2024-01-14T09:30:00Z", List.of(new Section(Section.Kind.CHAPTER, "one", null, typed, null,
						null, List.of(new Prose(Prose.Tone.PLAIN, typed)))));

		assertThat(text(pdf(document)).replaceAll("\\s+", " ")).contains("Title <b>", "Sub\"title; } @page", typed);
	}

	private static Document report(int sheets) {
		List<Block> initiatives = new ArrayList<>();
		for (int number = 1; number <= sheets; number++) {
			initiatives.add(sheet(number, sheets));
		}
		Section action = new Section(Section.Kind.ACTION, "action-1", "Action 1", "The action", null, 1, initiatives);
		Section objective = new Section(Section.Kind.CHAPTER, "objective-1", "Objective 1", "The objective", null, 1,
				List.of(new Prose(Prose.Tone.NOTE, "A note."), action));
		Section end = new Section(Section.Kind.CHAPTER, "end", null, "End", null, null,
				List.of(new Prose(Prose.Tone.PLAIN, "The end.")));
		return new Document("Stocktaking Report", "ASEMME9: From Bangkok to Malta", "Version 3, for ministers", false,
				List.of("Prepared by the secretariat."), "One sentence.", "2024-01-14T09:30:00Z",
				List.of(objective, end));
	}

	private static Section sheet(int number, int sheets) {
		String id = "A01-I%02d".formatted(number);
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Facts(List.of(new Facts.Fact("Coordinators", "ASEF"), new Facts.Fact("Action", "1"))));
		blocks.add(new Prose(Prose.Tone.SOURCE, "Revision 2, accepted."));
		if (number <= 2) {
			SET.forEach((script, words) -> blocks.add(new Prose(Prose.Tone.PLAIN, script + ": " + words)));
			DRAWN.forEach(
					(script, words) -> blocks.add(new Prose(Prose.Tone.PLAIN, script + ": " + words + " (drawn)")));
			blocks.add(new Illustration(new Picture("7", "png", 900, 600, "sum"), "A harbour",
					Phrase.of("Harbour (A. P.)")));
			blocks.add(new Quote("It opened doors.", Phrase.of("Student")));
		}
		blocks.add(new Section(Section.Kind.TOPIC, id + "-progress", null, "Progress", null, 1,
				List.of(new Prose(Prose.Tone.HIGHLIGHT, "We met.\n\nAgain."),
						new Bullets(List.of(new Phrase("A link", "https://example.org/a?b=1&c=2"),
								new Phrase("A01-I%02d".formatted(sheets), "#A01-I%02d".formatted(sheets)))),
						new Table(number, "Events",
								List.of(Table.Column.of("When", 20), Table.Column.of("What", 60),
										Table.Column.ofNumbers("How many", 20)),
								IntStream.range(0, 3)
									.mapToObj((row) -> List.of(Phrase.of("2023"), Phrase.of((row == 0) ? "" : "Event"),
											Phrase.of("" + row)))
									.toList()))));
		return new Section(Section.Kind.SHEET, id, id, "Initiative number " + number, "NEW", 1, blocks);
	}

	private static List<Integer> leads(PDDocument document) throws IOException {
		List<Integer> pages = new ArrayList<>();
		for (PDPage page : document.getPages()) {
			for (var annotation : page.getAnnotations()) {
				if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionGoTo action) {
					pages.add(page(document, action.getDestination()));
				}
			}
		}
		return pages;
	}

	/** Counted from 1; fails when the name is not in the file. */
	private static int page(PDDocument document, PDDestination destination) throws IOException {
		return document.getDocumentCatalog()
			.findNamedDestinationPage((PDNamedDestination) destination)
			.retrievePageNumber() + 1;
	}

	private static List<String> actualTexts(byte[] pdf) throws IOException {
		List<String> texts = new ArrayList<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			collect(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getItem(COSName.K), texts);
		}
		return texts;
	}

	private static void collect(COSBase item, List<String> texts) {
		COSBase base = (item instanceof COSObject reference) ? reference.getObject() : item;
		if (base instanceof COSArray array) {
			array.forEach((it) -> collect(it, texts));
		}
		else if (base instanceof COSDictionary element) {
			if (element.getString(COSName.ACTUAL_TEXT) != null) {
				assertThat(element.getNameAsString(COSName.S)).isEqualTo("Span");
				texts.add(element.getString(COSName.ACTUAL_TEXT));
			}
			collect(element.getItem(COSName.K), texts);
		}
	}

	private static byte[] pdf(Document document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PdfFile.write(document, PICTURES, PrintLayout.REPORT, out);
		return out.toByteArray();
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return text(document, 1, document.getNumberOfPages());
		}
	}

	private static String text(PDDocument document, int from, int to) throws IOException {
		PDFTextStripper stripper = new PDFTextStripper();
		stripper.setStartPage(from);
		stripper.setEndPage(to);
		return stripper.getText(document);
	}

	private static byte[] png() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void keep(String name, byte[] pdf) throws IOException {
		Files.createDirectories(Path.of("target", "pdf"));
		Files.write(Path.of("target", "pdf", name + ".pdf"), pdf);
	}

}
