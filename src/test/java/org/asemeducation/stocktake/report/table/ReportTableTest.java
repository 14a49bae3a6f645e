package org.asemeducation.stocktake.report.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.report.AcceptedWords;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTableTest {

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
	void everyInitiativeHasOneRowInTheOrderOfThePlan() throws IOException {
		assertThat(csv().stream().skip(1).map((row) -> row.get(0))).containsExactlyElementsOf(this.report.initiatives()
			.sorted(java.util.Comparator.comparingInt((it) -> it.position()))
			.map((it) -> it.id())
			.toList());
	}

	@Test
	void everyAcceptedFieldStandsOnceAndNothingElse() throws IOException {
		StringBuilder table = new StringBuilder();
		csv().stream().skip(1).forEach((row) -> row.forEach((cell) -> table.append(cell).append("\n|")));
		List<String> book = new ArrayList<>();
		try (XSSFWorkbook workbook = workbook()) {
			workbook.getSheetAt(0).forEach((row) -> row.forEach((cell) -> book.add(cell.toString())));
		}

		for (String text : List.of(table.toString(), String.join("\n|", book))) {
			AcceptedWords.assertEachStandsOnceIn(text);
			AcceptedWords.assertNothingUnacceptedIn(text);
		}
	}

	@Test
	void noCellIsCalculatedAndEachMayBeReadAsItIs() throws IOException {
		try (XSSFWorkbook workbook = workbook()) {
			XSSFSheet sheet = workbook.getSheet("Initiatives");
			for (Row row : sheet) {
				row.forEach((cell) -> assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC));
			}
			assertThat(sheet.getRow(1).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
			assertThat(sheet.getCTWorksheet().getAutoFilter()).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
			"=HYPERLINK(\"https://evil.example\";\"Look\")" })
	void whatASpreadsheetWouldCalculateIsText(String attack) throws IOException {
		// given
		Sheet sheet = new Sheet("Attacked", List.of(new Sheet.Column("A", 10), new Sheet.Column("B", 10)),
				List.of(List.of(attack, 7)));
		ByteArrayOutputStream csv = new ByteArrayOutputStream();
		ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
		// when
		sheet.csv(csv);
		sheet.xlsx(Instant.EPOCH, xlsx);
		// then
		CSVRecord row = CSVFormat.DEFAULT.parse(new StringReader(csv.toString(StandardCharsets.UTF_8)))
			.getRecords()
			.get(1);
		assertThat(row.get(0)).startsWith("'").endsWith(attack.substring(1));
		assertThat(row.get(1)).isEqualTo("7");
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
			assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
			assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).startsWith("'");
		}
	}

	@Test
	void quotesCommasAndLineFeedsStayInTheirCell() throws IOException {
		// given
		String text = "one, \"two\"; three\r\nfour\n\n한국어, \"\"";
		Sheet sheet = new Sheet("T", List.of(new Sheet.Column("A", 10), new Sheet.Column("B", 10)),
				List.of(List.of(text, "next")));
		ByteArrayOutputStream csv = new ByteArrayOutputStream();
		// when
		sheet.csv(csv);
		// then
		assertThat(csv.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFA,B\r\n");
		CSVRecord row = CSVFormat.DEFAULT.parse(new StringReader(csv.toString(StandardCharsets.UTF_8)))
			.getRecords()
			.get(1);
		assertThat(row.get(0)).isEqualTo(text);
		assertThat(row.get(1)).isEqualTo("next");
	}

	@Test
	void aCellThatHoldsNoMoreSaysSo() throws IOException {
		// given
		ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
		// when
		new Sheet("T", List.of(new Sheet.Column("A", 10)), List.of(List.of("x".repeat(40_000)))).xlsx(Instant.EPOCH,
				xlsx);
		// then
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
			assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).hasSize(32_767)
				.endsWith("(cut: a cell holds no more)");
		}
	}

	@Test
	void theSameReportGivesTheSameBytes() throws IOException {
		assertThat(xlsx()).isEqualTo(xlsx());
	}

	@Test
	void theAnnexHasARowForEachLine() throws IOException {
		// given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// when
		new AnnexTable().write(this.report.with(ReportFixture.annex(this.report)), out);
		// then
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			XSSFSheet sheet = workbook.getSheet("Work plan");
			assertThat(sheet.getLastRowNum()).isEqualTo(3);
			assertThat(sheet.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(1);
			assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("A01-I01");
			assertThat(sheet.getRow(1).getCell(9).getStringCellValue()).isEqualTo("120 pairs");
		}
	}

	private List<CSVRecord> csv() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new ReportTable().csv(this.report, out);
		String csv = out.toString(StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\uFEFFNo.,Initiative,");
		return CSVFormat.DEFAULT.parse(new StringReader(csv.substring(1))).getRecords();
	}

	private byte[] xlsx() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new ReportTable().xlsx(this.report, out);
		return out.toByteArray();
	}

	private XSSFWorkbook workbook() throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(xlsx()));
	}

}
