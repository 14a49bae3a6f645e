package org.asemeducation.stocktake.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text as paragraphs: a blank line ends one.
 */
public final class Paragraphs {

	private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\u00A0]*(?:\\n[ \\u00A0]*)+");

	private Paragraphs() {
	}

	/**
	 * The paragraphs of a text; a single line feed stays in its paragraph.
	 * @param text plain text
	 * @return its paragraphs, none of them empty
	 */
	public static List<String> of(String text) {
		return Arrays.stream(BLANK_LINE.split(text)).map(String::strip).filter((it) -> !it.isEmpty()).toList();
	}

}
