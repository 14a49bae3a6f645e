package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

	@Test
	void noCellIsAFormulaToASpreadsheet(@TempDir Path folder) throws IOException {
		// given
		Path file = folder.resolve("table.csv");

		// when
		new Table(List.of("what", "days"),
				List.of(List.of("=HYPERLINK(\"http://evil.example\")", "-14"), List.of("@SUM(1)", "+3"),
						List.of("-2+3", "0"), List.of("+cmd", "1.5"), List.of("\tx", "-"), List.of("plain", "5"),
						List.of("rungs", "-14 - -7")))
			.write(file);

		// then
		assertThat(Files.readString(file)).isEqualTo("""
				what,days
				'\tx,-
				'+cmd,1.5
				'-2+3,0
				"'=HYPERLINK(""http://evil.example"")",-14
				'@SUM(1),+3
				plain,5
				rungs,-14 - -7
				""");
	}

}
