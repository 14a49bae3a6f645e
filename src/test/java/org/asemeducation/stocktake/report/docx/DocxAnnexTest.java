package org.asemeducation.stocktake.report.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocxAnnexTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportModel draft = new ReportFixture(this.database.jdbc()).everyStanding()
		.reports()
		.compile(ReportFixture.CYCLE);

	/** As it is stored and read back. */
	private final ReportModel report = JsonReport
		.read(JsonReport.canonical(this.draft.with(ReportFixture.annex(this.draft))));

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void isTablesInLandscapeWithAHeadOnEveryPage() throws IOException {
		try (XWPFDocument document = document(this.report)) {
			CTPageSz page = document.getDocument().getBody().getSectPr().getPgSz();
			assertThat(page.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
			assertThat((BigInteger) page.getW()).isGreaterThan((BigInteger) page.getH());
			XWPFTable table = document.getTables().get(0);
			assertThat(table.getRow(0).isRepeatHeader()).isTrue();
			assertThat(texts(table.getRow(0))).containsExactly("Initiative", "Coordinators", "Line",
					"Activities of the next two years", "Expected outputs and results",
					"Contribution to the strategic objectives");
			assertThat(table.getRows()).hasSize(3).allMatch((row) -> row.isCantSplitRow());
			int width = table.getCTTbl()
				.getTblGrid()
				.getGridColList()
				.stream()
				.mapToInt((column) -> ((BigInteger) column.getW()).intValue())
				.sum();
			assertThat(width).isEqualTo(14_560);
		}
	}

	@Test
	void aLineSaysWhoDoesWhatWhenAndWhatComesOfIt() throws IOException {
		try (XWPFDocument document = document(this.report)) {
			List<String> first = texts(document.getTables().get(0).getRow(1));
			assertThat(first.get(0)).isEqualTo("A01-I01\nInitiative A01-I01 (NEW)");
			assertThat(first.get(1)).isEqualTo("ASEF, Party of A01-I01");
			assertThat(first.get(2)).isEqualTo("1");
			assertThat(first.get(3)).contains("Second call <script>alert('x')</script> & \"quoted\"",
					"When: Spring 2024");
			assertThat(first.get(4)).contains("Output: 120 pairs", "Result: Balance");
			assertThat(first.get(5)).isEqualTo("1.1: Balanced mobility");
			List<String> last = texts(document.getTables().get(1).getRow(1));
			assertThat(last.get(0)).startsWith("A03-I01\n");
			assertThat(last.get(2)).isEqualTo("4");
			assertThat(last.get(4)).isEqualTo("Output: Proceedings");
			assertThat(last.get(5)).isEqualTo("–");
		}
	}

	@Test
	void eachActionHasATableThatBearsItsName() throws IOException {
		try (XWPFDocument document = document(this.report)) {
			assertThat(document.getParagraphs()).filteredOn((it) -> "Caption".equals(it.getStyle()))
				.extracting(XWPFParagraph::getText)
				.containsExactly("Table 1: Action 1: Title of action 1", "Table 2: Action 3: Title of action 3");
			assertThat(document.getTables()).hasSize(2);
			assertThat(document.getStyles().getStyle("Caption").getCTStyle().getPPr().isSetKeepNext()).isTrue();
		}
	}

	@Test
	void whatIsSaidOfSeveralLinesIsSaidOnce() throws IOException {
		try (XWPFDocument document = document(this.report)) {
			XWPFTable table = document.getTables().get(0);
			assertThat(merges(table.getRow(1))).containsExactly("restart", "restart", "", "", "", "restart");
			assertThat(merges(table.getRow(2))).containsExactly("continue", "continue", "", "", "", "continue");
			assertThat(merges(document.getTables().get(1).getRow(1))).containsExactly("", "", "", "", "", "");
			assertThat(texts(table.getRow(2))).startsWith("", "").endsWith("");
			assertThat(table.getRow(1).getCell(3).getParagraphs().get(0).getStyle()).isEqualTo("TableTextKept");
			assertThat(document.getStyles().getStyle("TableTextKept").getCTStyle().getPPr().isSetKeepNext()).isTrue();
			assertThat(table.getRow(2).getCell(3).getParagraphs().get(0).getStyle()).isEqualTo("TableText");
		}
	}

	@Test
	void namesTheInitiativesThatHaveNoLine() throws IOException {
		try (XWPFDocument document = document(this.report)) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.contains("Annex to the Chair’s Conclusions", "ASEMME9: work plan for the next two years",
						"No activities are put forward for A01-I02, A02-I01, A02-I02, A03-I02, A03-I03, A04-I01.");
		}
	}

	@Test
	void anAnnexWithoutLinesSaysSo() throws IOException {
		try (XWPFDocument document = document(this.draft.with(new Annex("Work plan", List.of())))) {
			assertThat(document.getTables()).isEmpty();
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.contains("No activities are put forward for the next two years.");
		}
	}

	@Test
	void aDraftHasNoAnnex() {
		assertThatThrownBy(() -> written(this.draft)).hasMessageContaining("has no annex");
	}

	@Test
	void isValidAgainstTheSchemaAndTheSameEveryTime() throws Exception {
		List<XmlError> errors = new ArrayList<>();
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(written(this.report)))) {
			PackagePart part = file.getPart(PackagingURIHelper.createPartName("/word/document.xml"));
			DocumentDocument.Factory.parse(part.getInputStream()).validate(new XmlOptions().setErrorListener(errors));
		}
		assertThat(errors).isEmpty();
		assertThat(written(this.report)).isEqualTo(written(this.report));
		try (XWPFDocument document = document(this.report)) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getStyle)
				.allMatch((style) -> document.getStyles().getStyle(style) != null);
		}
	}

	private static List<String> texts(XWPFTableRow row) {
		return row.getTableCells()
			.stream()
			.map((cell) -> cell.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n")))
			.toList();
	}

	private static List<String> merges(XWPFTableRow row) {
		return row.getTableCells().stream().map((cell) -> {
			if (!cell.getCTTc().getTcPr().isSetVMerge()) {
				return "";
			}
			return (cell.getCTTc().getTcPr().getVMerge().getVal() == STMerge.RESTART) ? "restart" : "continue";
		}).toList();
	}

	private static byte[] written(ReportModel report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new DocxAnnex(TemplateSource.NONE).write(report, out);
		return out.toByteArray();
	}

	private static XWPFDocument document(ReportModel report) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(written(report)));
	}

}
