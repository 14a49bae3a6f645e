package org.asemeducation.stocktake.cycle.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a list that comes as a spreadsheet: its first sheet, whose first row names the
 * columns; those it does not know are passed over.
 */
final class SheetList {

	private static final List<String> COLUMNS = List.of("party", "name", "function");

	private SheetList() {
	}

	static List<Written> read(byte[] file) {
		Map<Integer, Map<Integer, String>> rows = Sheet.first(Spreadsheet.open(file)).rows();
		Map<String, Integer> columns = new HashMap<>();
		List<Written> written = new ArrayList<>();
		rows.forEach((row, cells) -> {
			if (columns.isEmpty()) {
				columns.putAll(columns(cells));
			}
			else {
				Written one = new Written(row + 1, cell(cells, columns, "party"), cell(cells, columns, "name"),
						cell(cells, columns, "function"));
				if (!one.isEmpty()) {
					written.add(one);
				}
			}
		});
		if (columns.isEmpty()) {
			throw new ListRefusedException("the first sheet is empty.");
		}
		return written;
	}

	private static Map<String, Integer> columns(Map<Integer, String> header) {
		Map<String, Integer> columns = new HashMap<>();
		header.forEach((column, title) -> {
			String word = title.strip().toLowerCase(Locale.ROOT);
			if (COLUMNS.contains(word) && columns.put(word, column) != null) {
				throw new ListRefusedException("the column “%s” is there twice.".formatted(word));
			}
		});
		for (String needed : List.of("party", "name")) {
			if (!columns.containsKey(needed)) {
				throw new ListRefusedException(
						"the first row of the first sheet names no column “%s”: name them party, name and function."
							.formatted(needed));
			}
		}
		return columns;
	}

	private static String cell(Map<Integer, String> cells, Map<String, Integer> columns, String name) {
		Integer column = columns.get(name);
		return (column != null) ? cells.getOrDefault(column, "") : "";
	}

}
