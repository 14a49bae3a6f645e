package org.asemeducation.stocktake.plan;

import java.util.regex.Pattern;

/**
 * A part of an objective.
 *
 * @param number such as {@code 1.1}: the objective's number first
 * @param text as printed
 */
public record Subgoal(String number, String text) {

	private static final Pattern FORM = Pattern.compile("[1-9][0-9]?\\.[1-9][0-9]?");

	public Subgoal {
		if (!FORM.matcher(number).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not a subgoal's number: use two numbers and a full stop, as in 1.1".formatted(number));
		}
		Text.present("the text of subgoal " + number, text, Text.LONG);
	}

	/**
	 * The objective this subgoal belongs to.
	 * @return its number
	 */
	public int objective() {
		return Integer.parseInt(this.number.substring(0, this.number.indexOf('.')));
	}

}
