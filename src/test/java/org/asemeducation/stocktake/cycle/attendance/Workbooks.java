package org.asemeducation.stocktake.cycle.attendance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks as Excel writes them, and as somebody bends them.
 */
public final class Workbooks {

	private Workbooks() {
	}

	public static byte[] of(String[]... rows) {
		return with((sheet) -> {
			for (int row = 0; row < rows.length; row++) {
				Row written = sheet.createRow(row);
				for (int column = 0; column < rows[row].length; column++) {
					written.createCell(column).setCellValue(rows[row][column]);
				}
			}
		});
	}

	static byte[] with(Consumer<XSSFSheet> filled) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			filled.accept(book.createSheet("Participants"));
			book.createSheet("Something else").createRow(0).createCell(0).setCellValue("party");
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same with other parts: what is {@code null} is left out. */
	static byte[] bent(byte[] book, Map<String, UnaryOperator<String>> parts) {
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				byte[] part = in.readAllBytes();
				UnaryOperator<String> bend = parts.get(entry.getName());
				String text = (bend != null) ? bend.apply(new String(part, StandardCharsets.UTF_8)) : "";
				if (text != null) {
					out.putNextEntry(new ZipEntry(entry.getName()));
					out.write((bend != null) ? text.getBytes(StandardCharsets.UTF_8) : part);
				}
			}
			out.finish();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
