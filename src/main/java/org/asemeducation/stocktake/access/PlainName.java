package org.asemeducation.stocktake.access;

import java.util.regex.Pattern;

/**
 * A name that is what it looks like: it is shown beside others, in sentences and in
 * mails.
 */
final class PlainName {

	/**
	 * Characters that turn the direction of what follows, or that nobody sees. Those that
	 * some scripts need within words (U+200C, U+200D) and plain direction marks (U+200E,
	 * U+200F) are not among them.
	 */
	private static final Pattern DECEIVING = Pattern
		.compile("[\\p{Cntrl}\\u00AD\\u200B\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]");

	private PlainName() {
	}

	/**
	 * Goes on only with a name that deceives nobody.
	 * @param name as typed, without white space around it
	 * @param longest in characters
	 * @return the same
	 * @throws IllegalArgumentException when it does, in words for the person
	 */
	static String require(String name, int longest) {
		if (name.length() > longest) {
			throw new IllegalArgumentException(
					"The name has %,d characters: shorten it to %,d.".formatted(name.length(), longest));
		}
		DECEIVING.matcher(name).results().findFirst().ifPresent((found) -> {
			throw new IllegalArgumentException(
					"The name holds the character U+%04X, which nobody sees: type the name anew."
						.formatted(found.group().codePointAt(0)));
		});
		return name;
	}

}
