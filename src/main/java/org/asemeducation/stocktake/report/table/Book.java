package org.asemeducation.stocktake.report.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.asemeducation.stocktake.engine.HarmlessCell;
import org.asemeducation.stocktake.report.chart.ChartPainter;
import org.asemeducation.stocktake.report.document.Block.Chart;
import org.dhatim.fastexcel.PictureAnchor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook: what it is on its first sheet, charts as pictures on a second, then tables.
 *
 * @param title what it is
 * @param lines said about it below the title
 * @param charts each with its numbers as sentences; no chart, no sheet of them
 * @param sheets the tables
 */
public record Book(String title, List<String> lines, List<Chart> charts, List<Sheet> sheets) {

	/**
	 * Every entry bears this time: the bytes depend on what is in it and nothing else.
	 */
	private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	/** Pixels for a point of a chart. */
	private static final int SCALE = 2;

	private static final double PIXELS = 4.0 / 3;

	private static final double ROW = 20;

	public Book {
		lines = List.copyOf(lines);
		charts = List.copyOf(charts);
		sheets = List.copyOf(sheets);
	}

	/**
	 * Writes it.
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
				add(book, "About", this::about);
				if (!this.charts.isEmpty()) {
					add(book, "Charts", this::charts);
				}
				for (Sheet sheet : this.sheets) {
					add(book, sheet.title(), sheet::write);
				}
			}
			catch (UncheckedIOException ex) {
				throw ex.getCause();
			}
			settle(written, created, out);
		}
		finally {
			Files.delete(written);
		}
	}

	/** Ends each sheet before the next begins: a long one is in the file by then. */
	private static void add(Workbook book, String title, Content content) throws IOException {
		Worksheet sheet = book.newWorksheet(title);
		content.write(sheet);
		sheet.finish();
	}

	private void about(Worksheet sheet) {
		sheet.width(0, 110);
		sheet.value(0, 0, HarmlessCell.of(this.title));
		sheet.style(0, 0).bold().fontSize(16).set();
		for (int line = 0; line < this.lines.size(); line++) {
			sheet.value(line + 2, 0, HarmlessCell.of(this.lines.get(line)));
			sheet.style(line + 2, 0).wrapText(true).set();
		}
		sheet.fitToWidth((short) 1);
	}

	private void charts(Worksheet sheet) throws IOException {
		sheet.width(0, 110);
		int row = 0;
		for (Chart chart : this.charts) {
			sheet.value(row, 0, HarmlessCell.of("Figure %d: %s".formatted(chart.number(), chart.caption())));
			sheet.style(row, 0).bold().set();
			int width = (int) (chart.drawing().width() * PIXELS);
			int height = (int) (chart.drawing().height() * PIXELS);
			sheet.addImage(PictureAnchor.oneCellAnchor(row + 1, 0, width, height),
					ChartPainter.png(chart.drawing(), SCALE), "chart-" + chart.number(), true);
			row += 3 + (int) Math.ceil(height / ROW);
		}
		sheet.fitToWidth((short) 1);
	}

	/** The library knows no alternative for a picture. */
	private String told(String drawing) {
		String told = drawing;
		for (Chart chart : this.charts) {
			String name = "name=\"chart-%d\"".formatted(chart.number());
			told = told.replace(name, name + " descr=\"%s\"".formatted(escaped(chart.alternative())));
		}
		return told;
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	private void settle(Path written, Instant created, OutputStream out) throws IOException {
		settle(written, created, this::told, out);
	}

	/** The library puts the present time into the file, in two places. */
	static void settle(Path book, Instant created, UnaryOperator<String> drawings, OutputStream out)
			throws IOException {
		String made = created.truncatedTo(ChronoUnit.SECONDS).toString();
		ZipOutputStream to = new ZipOutputStream(out);
		try (ZipFile from = new ZipFile(book.toFile())) {
			for (ZipEntry entry : Collections.list(from.entries())) {
				ZipEntry settled = new ZipEntry(entry.getName());
				settled.setTimeLocal(ENTRY_TIME);
				to.putNextEntry(settled);
				try (InputStream content = from.getInputStream(entry)) {
					if (entry.getName().equals("docProps/core.xml")) {
						write(text(content).replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + made), to);
					}
					else if (entry.getName().matches("xl/drawings/drawing\\d+\\.xml")) {
						write(drawings.apply(text(content)), to);
					}
					else {
						content.transferTo(to);
					}
				}
			}
		}
		to.finish();
	}

	private static String text(InputStream content) throws IOException {
		return new String(content.readAllBytes(), StandardCharsets.UTF_8);
	}

	private static void write(String text, OutputStream to) throws IOException {
		to.write(text.getBytes(StandardCharsets.UTF_8));
	}

	@FunctionalInterface
	private interface Content {

		void write(Worksheet sheet) throws IOException;

	}

}
