package org.asemeducation.stocktake.notification.letter;

import java.util.stream.Collectors;

/**
 * The plain part as it is read: lines of at most 72 columns that keep their indent, never
 * more than one empty line, addresses in one piece.
 */
final class PlainText {

	private static final int WIDTH = 72;

	private PlainText() {
	}

	static String of(String rendered) {
		return rendered.strip()
			.lines()
			.map(PlainText::wrap)
			.collect(Collectors.joining("\n"))
			.replaceAll("\n{3,}", "\n\n") + "\n";
	}

	private static String wrap(String line) {
		String words = line.strip();
		String indent = line.substring(0, line.length() - line.stripLeading().length());
		StringBuilder wrapped = new StringBuilder();
		int column = 0;
		for (String word : words.split(" +")) {
			if (column > 0 && column + 1 + word.length() > WIDTH) {
				wrapped.append('\n');
				column = 0;
			}
			String gap = (column == 0) ? indent : " ";
			wrapped.append(gap).append(word);
			column += gap.length() + word.length();
		}
		return wrapped.toString().stripTrailing();
	}

}
