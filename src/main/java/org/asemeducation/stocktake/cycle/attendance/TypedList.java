package org.asemeducation.stocktake.cycle.attendance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a list that somebody has typed: a line each, "party; name; function".
 */
final class TypedList {

	private TypedList() {
	}

	static List<Written> read(String text) {
		List<String> lines = text.lines().toList();
		return IntStream.range(0, lines.size())
			.filter((index) -> !lines.get(index).isBlank())
			.mapToObj((index) -> line(index + 1, lines.get(index)))
			.toList();
	}

	private static Written line(int row, String line) {
		String[] parts = line.split("[;\\t]", -1);
		if (parts.length < 2 || parts.length > 3) {
			throw new ListRefusedException(
					"row %d is not “party; name; function”: put a semicolon between them, and leave the party empty for a guest."
						.formatted(row));
		}
		return new Written(row, parts[0], parts[1], (parts.length == 3) ? parts[2] : "");
	}

}
