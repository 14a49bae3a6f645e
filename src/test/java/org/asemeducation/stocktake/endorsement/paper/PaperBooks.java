package org.asemeducation.stocktake.endorsement.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks as a secretariat fills them in, with another program than the one that wrote
 * them.
 */
public final class PaperBooks {

	private PaperBooks() {
	}

	/** The template with two lines, paragraphs and a text for the first initiative. */
	public static byte[] filled(byte[] template) throws IOException {
		return changed(template, (sheet) -> {
			write(sheet.getRow(1),
					Map.of(PaperColumn.PARAGRAPHS, "12,14–15", PaperColumn.ACTIVITY, "Hold a second call",
							PaperColumn.WHEN, "Spring 2023", PaperColumn.OUTPUT, "120 pairs", PaperColumn.RESULT,
							"Balance", PaperColumn.TEXT, "The first call found 90 pairs.\n\nMost were from Europe."));
			sheet.shiftRows(2, sheet.getLastRowNum(), 1);
			write(sheet.createRow(2), Map.of(PaperColumn.ACTIVITY, "Publish a guide", PaperColumn.CONTRIBUTION, "1.1"));
			write(sheet.getRow(3), Map.of(PaperColumn.TEXT, "Two seminars were held."));
		});
	}

	/** The same with other coordinators, by row from 1 below the titles. */
	public static byte[] named(byte[] book, Map<Integer, String> coordinators) throws IOException {
		return changed(book, (sheet) -> coordinators
			.forEach((row, name) -> write(sheet.getRow(row), Map.of(PaperColumn.COORDINATORS, name))));
	}

	static void write(Row row, Map<PaperColumn, String> cells) {
		cells.forEach((column, text) -> {
			if (row.getCell(column.ordinal()) == null) {
				row.createCell(column.ordinal());
			}
			row.getCell(column.ordinal()).setCellValue(text);
		});
	}

	static byte[] changed(byte[] book, Consumer<XSSFSheet> change) throws IOException {
		try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(book));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			change.accept(opened.getSheetAt(0));
			opened.write(out);
			return out.toByteArray();
		}
	}

	static byte[] zip(String name, byte[] content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
		}
		return out.toByteArray();
	}

	/** A workbook with other words in one of its parts, as no program would write it. */
	static byte[] replaced(byte[] book, String part, String words, String by) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
				ZipOutputStream zip = new ZipOutputStream(out)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				byte[] content = in.readAllBytes();
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(entry.getName().equals(part) ? new String(content, StandardCharsets.UTF_8).replace(words, by)
					.getBytes(StandardCharsets.UTF_8) : content);
			}
		}
		return out.toByteArray();
	}

}
