package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table written as CSV, its rows sorted by all columns.
 *
 * @param header the names of the columns
 * @param rows each as long as the header
 */
record Table(List<String> header, List<List<String>> rows) {

	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n]");

	/** Days such as {@code -14 -7 -}: they calculate nothing. */
	private static final Pattern NUMBERS = Pattern.compile("(-|[+-]?\\d+(\\.\\d+)?)( (-|[+-]?\\d+(\\.\\d+)?))*");

	void write(Path file) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader(this.header.toArray(String[]::new))
			.setRecordSeparator('\n')
			.get();
		try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
				CSVPrinter printer = new CSVPrinter(text, format)) {
			printer.printRecords(this.rows.stream()
				.sorted(Table::compare)
				.map((row) -> row.stream().map(Table::harmless).toList())
				.toList());
		}
	}

	/** A spreadsheet would take a text that begins like this for a formula. */
	private static String harmless(String cell) {
		return (FORMULA.matcher(cell).lookingAt() && !NUMBERS.matcher(cell).matches()) ? "'" + cell : cell;
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
