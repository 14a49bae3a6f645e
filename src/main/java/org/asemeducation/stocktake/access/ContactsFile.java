package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads {@code contacts.csv}: UTF-8, a header line, comma or semicolon between the cells.
 */
final class ContactsFile {

	static final List<String> COLUMNS = List.of("party", "name", "e-mail", "language", "zone", "role");

	/** Characters of a header that a message repeats. */
	private static final int QUOTED = 200;

	private ContactsFile() {
	}

	/**
	 * Reads all rows.
	 * @param bytes the file as it came
	 * @return the rows in file order
	 * @throws IllegalArgumentException when it is no such file at all, in words for the
	 * person
	 */
	static List<Row> read(byte[] bytes) {
		String text = decode(bytes);
		String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).strip();
		char separator = header.contains(";") ? ';' : ',';
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setHeader()
			.setSkipHeaderRecord(true)
			.setIgnoreHeaderCase(true)
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreEmptyLines(true)
			.get();
		long line = 1;
		try (CSVParser parser = parser(text, format, header)) {
			if (!parser.getHeaderMap().keySet().containsAll(COLUMNS)) {
				throw new IllegalArgumentException(
						"The first line of the file must name the columns %s; it says \"%s\"."
							.formatted(String.join(", ", COLUMNS), shortened(header)));
			}
			List<Row> rows = new ArrayList<>();
			line = parser.getCurrentLineNumber() + 1;
			for (CSVRecord row : parser) {
				rows.add(new Row(line, row));
				line = parser.getCurrentLineNumber() + 1;
			}
			if (rows.isEmpty()) {
				throw new IllegalArgumentException(
						"The file has a header but no contact in it: add a row for each person.");
			}
			return rows;
		}
		catch (IOException | UncheckedIOException ex) {
			throw new IllegalArgumentException(
					"The file cannot be read as a table from line %d on: look for a quotation mark that has no second one, and save it as CSV, UTF-8."
						.formatted(line),
					ex);
		}
	}

	/**
	 * The names of the columns are read at once; one that is missing or there twice is
	 * refused here.
	 */
	private static CSVParser parser(String text, CSVFormat format, String header) throws IOException {
		try {
			return CSVParser.parse(text, format);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"The first line of the file must name the columns %s, each once; it says \"%s\"."
						.formatted(String.join(", ", COLUMNS), shortened(header)),
					ex);
		}
	}

	private static String shortened(String header) {
		return (header.length() <= QUOTED) ? header : header.substring(0, QUOTED) + "…";
	}

	private static String decode(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("The file is not in UTF-8: save it as \"CSV UTF-8\" and load it again.",
					ex);
		}
	}

	/**
	 * One row, its cells by the names of the columns.
	 */
	record Row(long line, CSVRecord cells) {

		String cell(String column) {
			if (!this.cells.isSet(column)) {
				throw new IllegalArgumentException(
						"The row has too few cells: there is none for \"%s\".".formatted(column));
			}
			return this.cells.get(column).strip();
		}

	}

}
