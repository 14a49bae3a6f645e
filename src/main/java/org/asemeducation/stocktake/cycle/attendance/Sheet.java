package org.asemeducation.stocktake.cycle.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a sheet as text, by row and column, both counted from 0. Of a formula only
 * the result is read that the file brings along.
 */
final class Sheet {

	private static final int MOST_ROWS = 5_000;

	private static final int MOST_COLUMNS = 100;

	/**
	 * What a cell may hold in Excel: a text that many cells share is not unpacked beyond.
	 */
	private static final int LONGEST_CELL = 32_767;

	private final Map<Integer, Map<Integer, String>> rows = new TreeMap<>();

	private final List<String> shared;

	private final boolean typed;

	private int nextRow;

	private Sheet(List<String> shared, boolean typed) {
		this.shared = shared;
		this.typed = typed;
	}

	static Sheet first(Spreadsheet book) {
		return first(book, false);
	}

	/** Refuses a cell that is calculated. */
	static Sheet firstTyped(Spreadsheet book) {
		return first(book, true);
	}

	private static Sheet first(Spreadsheet book, boolean typed) {
		Sheet sheet = new Sheet(strings(book.sharedStrings()), typed);
		Spreadsheet.read(book.firstSheet(), sheet::read);
		return sheet;
	}

	/** By row, each by column; what is empty is left out. */
	Map<Integer, Map<Integer, String>> rows() {
		return this.rows;
	}

	private static List<String> strings(byte[] part) {
		List<String> strings = new ArrayList<>();
		if (part.length > 0) {
			Spreadsheet.read(part, (xml) -> {
				while (xml.hasNext()) {
					if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
						strings.add(text(xml, "si"));
					}
				}
			});
		}
		return strings;
	}

	private void read(XMLStreamReader xml) throws XMLStreamException {
		int row = -1;
		int column = -1;
		while (xml.hasNext()) {
			if (xml.next() != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			if (xml.getLocalName().equals("row")) {
				row = number(xml.getAttributeValue(null, "r"), this.nextRow + 1) - 1;
				this.nextRow = row + 1;
				column = -1;
				if (row < 0 || row >= MOST_ROWS) {
					throw new ListRefusedException("the sheet has more than %d rows.".formatted(MOST_ROWS));
				}
			}
			else if (xml.getLocalName().equals("c")) {
				column = column(xml.getAttributeValue(null, "r"), column + 1);
				String text = cell(xml, row);
				if (text.length() > LONGEST_CELL) {
					throw new ListRefusedException("row %d holds a text of more than %d characters: shorten it."
						.formatted(row + 1, LONGEST_CELL));
				}
				if (row >= 0 && column < MOST_COLUMNS && !text.isBlank()) {
					this.rows.computeIfAbsent(row, (it) -> new TreeMap<>()).put(column, text);
				}
			}
		}
	}

	private String cell(XMLStreamReader xml, int row) throws XMLStreamException {
		String type = xml.getAttributeValue(null, "t");
		String value = "";
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT && this.typed && xml.getLocalName().equals("f")) {
				throw new ListRefusedException("row %d holds a formula: put the text itself there.".formatted(row + 1));
			}
			if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("v")) {
				value = xml.getElementText();
			}
			else if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("is")) {
				value = text(xml, "is");
			}
		}
		if ("e".equals(type)) {
			throw new ListRefusedException(
					"row %d holds an error of Excel (%s): put the text itself there.".formatted(row + 1, value));
		}
		if (!"s".equals(type)) {
			return value;
		}
		int index = number(value, -1);
		if (index < 0 || index >= this.shared.size()) {
			throw Spreadsheet.damaged();
		}
		return this.shared.get(index);
	}

	/** All runs of a text, without how they are read aloud. */
	private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int aloud = 0;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("rPh")) {
				aloud++;
			}
			else if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
				String part = xml.getElementText();
				text.append((aloud == 0) ? part : "");
			}
			else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("rPh")) {
				aloud--;
			}
			else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(end)) {
				break;
			}
		}
		return text.toString();
	}

	/** The column of a reference such as {@code AB12}. */
	private static int column(@Nullable String reference, int next) {
		if (reference == null || reference.isEmpty()) {
			return next;
		}
		int column = 0;
		for (int at = 0; at < reference.length() && Character.isLetter(reference.charAt(at)); at++) {
			column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
			if (column > 20_000 || column < 1) {
				throw Spreadsheet.damaged();
			}
		}
		return column - 1;
	}

	private static int number(@Nullable String text, int otherwise) {
		return (text != null && text.matches("\\d{1,7}")) ? Integer.parseInt(text) : otherwise;
	}

}
