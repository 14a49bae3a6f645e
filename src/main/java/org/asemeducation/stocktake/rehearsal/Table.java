package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;

/**
 * A table written as CSV, its rows sorted by all columns.
 *
 * @param header the names of the columns
 * @param rows each as long as the header
 */
record Table(List<String> header, List<List<String>> rows) {

	void write(Path file) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader(this.header.toArray(String[]::new))
			.setRecordSeparator('\n')
			.get();
		try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
				CSVPrinter printer = new CSVPrinter(text, format)) {
			printer.printRecords(this.rows.stream()
				.sorted(Table::compare)
				.map((row) -> row.stream().map(HarmlessCell::of).toList())
				.toList());
		}
	}

	private static int compare(List<String> first, List<String> second) {
		for (int column = 0; column < first.size(); column++) {
			int order = Comparator.<String>naturalOrder().compare(first.get(column), second.get(column));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

}
