package org.asemeducation.stocktake.engine;

import java.util.regex.Pattern;

/**
 * A text on its way into a table that a spreadsheet will open.
 */
public final class HarmlessCell {

	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n]");

	/** Days such as {@code -14 -7 -}: they calculate nothing. */
	private static final Pattern NUMBERS = Pattern.compile("(-|[+-]?\\d+(\\.\\d+)?)( (-|[+-]?\\d+(\\.\\d+)?))*");

	private HarmlessCell() {
	}

	/**
	 * Takes its power from what a spreadsheet would take for a formula.
	 * @param text what somebody wrote
	 * @return the same, with an apostrophe before it where it needs one
	 */
	public static String of(String text) {
		return (FORMULA.matcher(text).lookingAt() && !NUMBERS.matcher(text).matches()) ? "'" + text : text;
	}

}
