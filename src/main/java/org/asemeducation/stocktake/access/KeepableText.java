package org.asemeducation.stocktake.access;

import org.jspecify.annotations.Nullable;

/**
 * What text can be kept: PostgreSQL takes any Unicode but U+0000, and half of a surrogate
 * pair is no Unicode at all.
 */
final class KeepableText {

	private KeepableText() {
	}

	/**
	 * What keeps the text from being kept as it is.
	 * @return a sentence; {@code null} when nothing does
	 */
	static @Nullable String problem(String text) {
		for (int at = 0; at < text.length(); at++) {
			char here = text.charAt(at);
			if (here == 0) {
				return "The text holds the character U+0000, which cannot be kept: delete it and try again.";
			}
			if (Character.isSurrogate(here)) {
				if (!Character.isHighSurrogate(here) || at + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(at + 1))) {
					return "The text holds half of a character (U+%04X), which cannot be kept: delete it and try again."
						.formatted((int) here);
				}
				at++;
			}
		}
		return null;
	}

}
