package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.asemeducation.stocktake.report.AcceptedWords;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DocxReportTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportModel report = new ReportFixture(this.database.jdbc()).everyStanding()
		.confirmed(1, "1.1")
		.reports()
		.compile(ReportFixture.CYCLE);

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyPartIsValidAgainstTheSchema() throws Exception {
		Map<String, byte[]> parts = parts();
		List<XmlError> errors = new ArrayList<>();

		validate(DocumentDocument.Factory.parse(part(parts, "word/document.xml")), errors);
		validate(StylesDocument.Factory.parse(part(parts, "word/styles.xml")), errors);
		validate(NumberingDocument.Factory.parse(part(parts, "word/numbering.xml")), errors);
		validate(SettingsDocument.Factory.parse(part(parts, "word/settings.xml")), errors);
		validate(HdrDocument.Factory.parse(part(parts, "word/header.xml")), errors);
		validate(FtrDocument.Factory.parse(part(parts, "word/footer.xml")), errors);
		validate(PropertiesDocument.Factory.parse(part(parts, "docProps/app.xml")), errors);

		assertThat(errors).isEmpty();
	}

	@Test
	void anAttachedPictureIsAPartWithItsAlternativeTextOnTheDrawing() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(document.getAllPictures()).filteredOn((it) -> !it.getFileName().contains("chart"))
				.singleElement()
				.satisfies((it) -> assertThat(it.getData()).isEqualTo(ReportFixture.PICTURE_BYTES));
			List<XWPFParagraph> pictures = styled(document, "Picture");
			XWPFParagraph shown = pictures.get(pictures.size() - 1);
			assertThat(shown.getRuns().get(0).getEmbeddedPictures()).singleElement().satisfies((it) -> {
				assertThat(it.getDescription()).isEqualTo("Caption of the chart <i>");
				assertThat(it.getPictureData()).isNotNull();
				assertThat(it.getWidth() / it.getDepth()).isCloseTo(4.0 / 3, within(0.01));
			});
		}
	}

	@Test
	void everyChartIsAPictureWithItsNumbersAsAlternativeTextANumberedCaptionAndATable() throws IOException {
		try (XWPFDocument document = document()) {
			List<String> alternatives = styled(document, "Picture").stream()
				.flatMap((it) -> it.getRuns().stream())
				.flatMap((it) -> it.getEmbeddedPictures().stream())
				.map((it) -> it.getDescription())
				.toList();
			List<String> captions = styled(document, "Caption").stream().map(XWPFParagraph::getText).toList();

			assertThat(alternatives)
				.anyMatch((it) -> it.matches(".*Objective 1: [^:]+: .*1 partly completed, 1 no status.*"));
			assertThat(captions).anyMatch((it) -> it.endsWith("Completion by part of the plan"))
				.anyMatch((it) -> it.endsWith("Completion by part of the plan: the numbers"))
				.anyMatch((it) -> it.endsWith("What became of the commitments: the numbers"));
			assertThat(captions.stream().filter((it) -> it.startsWith("Figure ")))
				.hasSameSizeAs(document.getAllPackagePictures()
					.stream()
					.filter((it) -> it.getFileName().contains("chart"))
					.toList());
		}
	}

	@Test
	void aQuoteAndItsSpeakerHaveStylesOfTheirOwn() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(styled(document, "Quote")).extracting((it) -> it.getText().replaceFirst("^\\d+\t", ""))
				.containsExactly("It opened doors <i>for me</i>.", "Second paragraph of the quote",
						"Quoted before there was a field");
			assertThat(styled(document, "QuoteSource")).extracting(XWPFParagraph::getText)
				.containsExactly("Speaker Nguyễn, Role: exchange student", "Speaker of old");
		}
	}

	private List<XWPFParagraph> styled(XWPFDocument document, String style) {
		return paragraphs(document).filter((it) -> style.equals(it.getStyle())).toList();
	}

	@Test
	void thirtyPicturesAreReadOneAfterTheOther() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int[] read = new int[1];
		PictureSource large = (picture) -> {
			read[0]++;
			byte[] bytes = new byte[1 << 20];
			new Random(read[0]).nextBytes(bytes);
			return Optional.of(bytes);
		};
		List<Block> many = IntStream.range(0, 30)
			.mapToObj((number) -> (Block) new Block.Illustration(
					new Picture(String.valueOf(number), "jpeg", 1200, 900, "sum"), "Alternative",
					Block.Phrase.of("It")))
			.toList();
		Document document = new Document("Title", "Subtitle", "Edition", true, List.of(), "Description",
				"2024-01-14T09:30:00Z",
				List.of(new Block.Section(Block.Section.Kind.SHEET, "s", null, "Sheet", null, null, many)));

		new DocxReport(large, TemplateSource.NONE).write(document, null, out);

		try (XWPFDocument written = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(written.getAllPackagePictures()).isNotEmpty();
			assertThat(styled(written, "Picture")).hasSize(30);
			assertThat(read[0]).isEqualTo(60);
		}
	}

	@Test
	void everyAcceptedFieldStandsOnceAndNothingElse() throws IOException {
		try (XWPFDocument document = document()) {
			StringBuilder text = new StringBuilder();
			paragraphs(document).forEach((it) -> text.append(it.getText()).append('\n'));

			AcceptedWords.assertEachStandsOnceIn(text.toString());
			AcceptedWords.assertNothingUnacceptedIn(text.toString());
		}
		parts().forEach((name, content) -> AcceptedWords.assertNothingUnacceptedIn(new String(content)));
	}

	@Test
	void everyMissingUpdateHasItsLine() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(paragraphs(document).filter((it) -> "Missing".equals(it.getStyle())).map(XWPFParagraph::getText))
				.contains("Submitted on 1 December 2023, under review.",
						"Returned for revision on 8 September 2023, not received again.", "No update received.",
						"Not asked yet.")
				.hasSize(8);
		}
	}

	@Test
	void headingsAreRealStylesThatGoDownOneStepAtATime() throws IOException {
		try (XWPFDocument document = document()) {
			List<Integer> levels = paragraphs(document)
				.filter((it) -> String.valueOf(it.getStyle()).matches("Heading\\d"))
				.map((it) -> it.getStyle().charAt(7) - '0')
				.toList();

			assertThat(levels).startsWith(1).contains(2, 3, 4, 5);
			for (int i = 1; i < levels.size(); i++) {
				assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
			}
			assertThat(
					paragraphs(document).filter((it) -> "Heading3".equals(it.getStyle())).map(XWPFParagraph::getText))
				.filteredOn((it) -> it.matches("A\\d\\d-I.*"))
				.contains("A01-I01 Initiative A01-I01 (NEW)")
				.hasSize(8);
		}
	}

	@Test
	void everyStyleInUseIsDefined() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(paragraphs(document).map(XWPFParagraph::getStyle).distinct())
				.allMatch((style) -> document.getStyles().getStyle(style) != null);
		}
	}

	@Test
	void tablesRepeatTheirHeadAndHaveNoEmptyCell() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(document.getTables()).isNotEmpty().allSatisfy((table) -> {
				assertThat(table.getRow(0).isRepeatHeader()).isTrue();
				assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isNotBlank();
				assertThat(table.getRows())
					.allSatisfy((row) -> assertThat(row.getTableCells()).allMatch((cell) -> !cell.getText().isBlank()));
			});
			List<IBodyElement> body = document.getBodyElements();
			for (int i = 0; i < body.size(); i++) {
				if (body.get(i) instanceof XWPFTable) {
					assertThat(((XWPFParagraph) body.get(i - 1)).getText()).startsWith("Table ");
				}
			}
		}
	}

	@Test
	void contentsLeadToEveryHeadingDownToTheInitiatives() throws IOException {
		try (XWPFDocument document = document()) {
			CTDocument1 xml = document.getDocument();
			List<String> bookmarks = new ArrayList<>();
			paragraphs(document).forEach((
					it) -> it.getCTP().getBookmarkStartList().forEach((bookmark) -> bookmarks.add(bookmark.getName())));
			List<String> anchors = paragraphs(document).filter((it) -> String.valueOf(it.getStyle()).startsWith("TOC"))
				.flatMap((it) -> it.getCTP().getHyperlinkList().stream())
				.map((it) -> it.getAnchor())
				.toList();

			assertThat(bookmarks).doesNotHaveDuplicates().allMatch((it) -> it.matches("[A-Za-z]\\w{0,39}"));
			assertThat(anchors).isSubsetOf(bookmarks).contains("s_objective_1", "s_action_1", "s_A03_I03");
			assertThat(xml.xmlText()).contains("TOC \\o \"1-3\"", "PAGEREF s_A01_I01");
		}
	}

	@Test
	void linksLeadToWebAddressesOnly() throws IOException {
		try (XWPFDocument document = document()) {
			assertThat(document.getHyperlinks()).extracting(XWPFHyperlink::getURL)
				.contains("https://example.org/report?a=1&b=2", "https://example.org/picture.jpg")
				.allMatch((it) -> it.startsWith("https://"));
		}
	}

	@Test
	void propertiesSayWhatItIsInWhichLanguage() throws Exception {
		try (XWPFDocument document = document()) {
			var core = document.getProperties().getCoreProperties().getUnderlyingProperties();
			assertThat(core.getTitleProperty())
				.contains("ASEM Education Stocktaking Report – ASEMME9: From Bangkok to Malta");
			assertThat(core.getLanguageProperty()).contains("en-GB");
			assertThat(core.getCreatedProperty().orElseThrow().toInstant()).isEqualTo(ReportFixture.NOW);
			assertThat(document.getHeaderList().get(0).getText()).contains("ASEMME9", "Draft, version 1");
			assertThat(document.getFooterList().get(0).getText()).contains("Page");
		}
	}

	@Test
	void theSameModelGivesTheSameBytes() throws IOException {
		assertThat(written()).isEqualTo(written());
	}

	private byte[] written() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new DocxReport(ReportFixture.PICTURES, TemplateSource.NONE).write(this.report, out);
		return out.toByteArray();
	}

	private XWPFDocument document() throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(written()));
	}

	private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
		return document.getBodyElements()
			.stream()
			.flatMap((it) -> (it instanceof XWPFTable table) ? table.getRows()
				.stream()
				.flatMap((row) -> row.getTableCells().stream())
				.flatMap((cell) -> cell.getParagraphs().stream()) : Stream.of((XWPFParagraph) it));
	}

	private Map<String, byte[]> parts() throws IOException {
		Map<String, byte[]> parts = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	private static ByteArrayInputStream part(Map<String, byte[]> parts, String name) {
		return new ByteArrayInputStream(parts.get(name));
	}

	private static void validate(XmlObject part, List<XmlError> errors) {
		part.validate(new XmlOptions().setErrorListener(errors));
	}

}
