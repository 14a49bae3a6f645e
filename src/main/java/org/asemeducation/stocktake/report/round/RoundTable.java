package org.asemeducation.stocktake.report.round;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What was said in a round and what became of it, as a table for a spreadsheet: nothing
 * in it is taken for a formula.
 *
 * @param title of the sheet
 * @param rows one for each comment, in the order of the draft
 */
record RoundTable(String title, List<Row> rows) {

	private static final List<String> HEADER = List.of("Where", "Paragraph", "As it was read", "Comment",
			"Suggested wording", "By", "At (UTC)", "Decision", "Reason", "Printed");

	private static final double[] WIDTHS = { 32, 10, 50, 50, 50, 22, 20, 14, 40, 9 };

	private static final int LONGEST_CELL = 32_767;

	private static final double LINE = 15;

	private static final double HIGHEST = 409;

	/** As CSV, with a byte order mark so that a spreadsheet reads UTF-8. */
	void csv(OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
		printer.printRecord(HEADER);
		for (Row row : this.rows) {
			printer.printRecord(row.cells().stream().map(HarmlessCell::of).toList());
		}
		printer.flush();
	}

	/** As a workbook. Every cell is a text: none is calculated. */
	void xlsx(OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Stocktake", "1.0")) {
			Worksheet sheet = book.newWorksheet(this.title);
			for (int column = 0; column < HEADER.size(); column++) {
				sheet.value(0, column, HEADER.get(column));
				sheet.width(column, WIDTHS[column]);
			}
			sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().fillColor("DCE6F1").set();
			sheet.freezePane(0, 1);
			for (int index = 0; index < this.rows.size(); index++) {
				write(sheet, index + 1, this.rows.get(index).cells());
			}
			sheet.setAutoFilter(0, 0, this.rows.size(), HEADER.size() - 1);
			sheet.repeatRows(0);
		}
	}

	/** No program sets the height of wrapped cells by itself. */
	private static void write(Worksheet sheet, int row, List<String> cells) {
		double lines = 1;
		for (int column = 0; column < cells.size(); column++) {
			String cell = HarmlessCell.of(cells.get(column));
			sheet.value(row, column, (cell.length() > LONGEST_CELL) ? cell.substring(0, LONGEST_CELL) : cell);
			lines = Math.max(lines, lines(cell, WIDTHS[column]));
		}
		sheet.range(row, 0, row, cells.size() - 1).style().wrapText(true).verticalAlignment("top").set();
		sheet.rowHeight(row, Math.min(HIGHEST, lines * LINE));
	}

	private static double lines(String text, double width) {
		return text.lines().mapToDouble((line) -> Math.max(1, Math.ceil(line.length() / width))).sum();
	}

	/**
	 * A comment.
	 *
	 * @param cells as texts, in the order of the header
	 */
	record Row(List<String> cells) {
	}

}
