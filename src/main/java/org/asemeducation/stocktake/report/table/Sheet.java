package org.asemeducation.stocktake.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.asemeducation.stocktake.engine.HarmlessCell;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table for a spreadsheet. Each cell is a number or a text that is not calculated.
 *
 * @param title of the sheet, at most 31 letters
 * @param columns with their widths
 * @param rows each with a cell for every column: an {@link Integer} or a {@link String}
 */
public record Sheet(String title, List<Column> columns, Rows rows) {

	private static final int LONGEST_CELL = 32_767;

	private static final String CUT = " … (cut: a cell holds no more)";

	/** Rows that are held until they are written. */
	private static final int HELD = 500;

	private static final double LINE = 15;

	private static final double HIGHEST = 409;

	public Sheet(String title, List<Column> columns, List<List<Object>> rows) {
		this(title, columns, rows::forEach);
	}

	/**
	 * Writes it as CSV (RFC 4180), with a byte order mark so that a spreadsheet reads
	 * UTF-8.
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void csv(OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		writer.append('\uFEFF');
		CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
		printer.printRecord(this.columns.stream().map(Column::title).toList());
		try {
			this.rows.each((row) -> print(printer, row));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		printer.flush();
	}

	/**
	 * Writes it as a workbook of one sheet.
	 * @param created what the file says of when it was made
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void xlsx(Instant created, OutputStream out) throws IOException {
		Path written = Files.createTempFile("stocktake", ".xlsx");
		try {
			try (OutputStream file = Files.newOutputStream(written);
					Workbook book = new Workbook(file, "Stocktake", "1.0")) {
				book.properties().setTitle(this.title);
				write(book.newWorksheet(this.title));
			}
			catch (UncheckedIOException ex) {
				throw ex.getCause();
			}
			Book.settle(written, created, UnaryOperator.identity(), out);
		}
		finally {
			Files.delete(written);
		}
	}

	void write(Worksheet sheet) {
		for (int column = 0; column < this.columns.size(); column++) {
			sheet.value(0, column, this.columns.get(column).title());
			sheet.width(column, this.columns.get(column).width());
		}
		sheet.range(0, 0, 0, this.columns.size() - 1).style().bold().wrapText(true).fillColor("DCE6F1").set();
		sheet.freezePane(1, 1);
		sheet.repeatRows(0);
		sheet.fitToWidth((short) 1);
		sheet.pageOrientation("landscape");
		AtomicInteger written = new AtomicInteger();
		this.rows.each((row) -> {
			write(sheet, written.incrementAndGet(), row);
			if (written.get() % HELD == 0) {
				flush(sheet);
			}
		});
		sheet.setAutoFilter(0, 0, written.get(), this.columns.size() - 1);
	}

	private static void flush(Worksheet sheet) {
		try {
			sheet.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void print(CSVPrinter printer, List<Object> row) {
		try {
			printer.printRecord(row.stream().map(Sheet::harmless).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** No program sets the height of wrapped cells by itself. */
	private void write(Worksheet sheet, int row, List<Object> cells) {
		double lines = 1;
		for (int column = 0; column < cells.size(); column++) {
			if (cells.get(column) instanceof Integer number) {
				sheet.value(row, column, number);
			}
			else {
				String cell = harmless(cells.get(column)).toString();
				sheet.value(row, column,
						(cell.length() > LONGEST_CELL) ? cell.substring(0, LONGEST_CELL - CUT.length()) + CUT : cell);
				lines = Math.max(lines, lines(cell, this.columns.get(column).width()));
			}
		}
		sheet.range(row, 0, row, cells.size() - 1).style().wrapText(true).verticalAlignment("top").set();
		sheet.rowHeight(row, Math.min(HIGHEST, lines * LINE));
	}

	private static double lines(String text, double width) {
		return text.lines().mapToDouble((line) -> Math.max(1, Math.ceil(line.length() / width))).sum();
	}

	private static Object harmless(Object cell) {
		return (cell instanceof Integer) ? cell : HarmlessCell.of((String) cell);
	}

	/**
	 * Rows that come one after the other, however many.
	 */
	@FunctionalInterface
	public interface Rows {

		/**
		 * Hands them out.
		 * @param row takes each
		 */
		void each(Consumer<List<Object>> row);

	}

	/**
	 * A column.
	 *
	 * @param title its head
	 * @param width in characters
	 */
	public record Column(String title, double width) {
	}

}
