package org.asemeducation.stocktake.report.round;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTableTest {

	private static final String FORMULA = "=HYPERLINK(\"https://evil.example\";\"Look\")";

	private final RoundTable table = new RoundTable("Round 2",
			List.of(row("Say when.", "Plain."), row(FORMULA, "+1"), row("Zwei\nZeilen, 한국어", "x".repeat(40_000))));

	@Test
	void aWorkbookHasEveryCommentAsTextAndNoFormula() throws IOException {
		// given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// when
		this.table.xlsx(out);
		// then
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			XSSFSheet sheet = book.getSheet("Round 2");
			assertThat(sheet.getLastRowNum()).isEqualTo(3);
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Where");
			for (Row row : sheet) {
				row.forEach((cell) -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
			}
			assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("'" + FORMULA);
			assertThat(sheet.getRow(2).getCell(8).getStringCellValue()).isEqualTo("+1");
			assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("Zwei\nZeilen, 한국어");
			assertThat(sheet.getRow(3).getCell(8).getStringCellValue()).hasSize(32_767);
			assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
		}
	}

	@Test
	void aTableHasTheSameRowsAndNoFormula() throws IOException {
		// given
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		// when
		this.table.csv(out);
		// then
		String csv = out.toString(StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\uFEFFWhere,");
		List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(csv.substring(1))).getRecords();
		assertThat(rows).hasSize(4);
		assertThat(rows.get(2).get(3)).isEqualTo("'" + FORMULA);
	}

	private static RoundTable.Row row(String comment, String reason) {
		List<String> cells = new ArrayList<>(Collections.nCopies(10, ""));
		cells.set(3, comment);
		cells.set(8, reason);
		return new RoundTable.Row(cells);
	}

}
