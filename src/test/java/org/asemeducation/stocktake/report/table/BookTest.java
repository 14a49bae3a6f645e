package org.asemeducation.stocktake.report.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asemeducation.stocktake.report.table.Sheet.Column;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookTest {

	private static final int LONG = 1201;

	@Test
	void aBookHasSeveralLongSheets() throws IOException {
		// given
		Book book = new Book("Long", List.of("Two sheets"), List.of(),
				List.of(sheet("Initiatives", LONG), sheet("Parties", 1), sheet("Attention", LONG)));
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		// when
		book.xlsx(Instant.EPOCH, out);

		// then
		try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(read.getSheet("About").getRow(2).getCell(0).getStringCellValue()).isEqualTo("Two sheets");
			assertThat(read.getSheet("Parties").getLastRowNum()).isEqualTo(1);
			for (String title : List.of("Initiatives", "Attention")) {
				assertThat(read.getSheet(title).getLastRowNum()).as(title).isEqualTo(LONG);
				assertThat(read.getSheet(title).getRow(LONG).getCell(1).getNumericCellValue()).as(title)
					.isEqualTo(LONG);
			}
		}
	}

	private static Sheet sheet(String title, int rows) {
		List<List<Object>> lines = IntStream.rangeClosed(1, rows)
			.mapToObj((row) -> List.<Object>of(title + " " + row, row))
			.toList();
		return new Sheet(title, List.of(new Column("Name", 20), new Column("Number", 10)), lines);
	}

}
