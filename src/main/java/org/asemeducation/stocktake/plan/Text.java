package org.asemeducation.stocktake.plan;

/**
 * What every text of the plan has to be before a record takes it.
 */
final class Text {

	/** Longest title, name or key in characters. */
	static final int SHORT = 500;

	/** Longest milestone, outcome or link in characters. */
	static final int LONG = 10_000;

	private Text() {
	}

	static String present(String what, String text, int longest) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("%s is empty".formatted(what));
		}
		if (text.length() > longest) {
			throw new IllegalArgumentException(
					"%s has %d characters, more than the %d allowed".formatted(what, text.length(), longest));
		}
		return text;
	}

}
