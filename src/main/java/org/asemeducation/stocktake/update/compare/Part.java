package org.asemeducation.stocktake.update.compare;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A stretch of text that two versions share, or that only one of them has.
 *
 * @param kind whose it is
 * @param text as it stands there, never empty
 */
public record Part(Kind kind, String text) {

	/**
	 * Whose a stretch of text is.
	 */
	public enum Kind {

		/** Both versions have it. */
		SAME("same"),

		/** Only the earlier version has it. */
		STRUCK("struck"),

		/** Only the later version has it. */
		ADDED("added");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		@JsonValue
		public String word() {
			return this.word;
		}

	}

}
