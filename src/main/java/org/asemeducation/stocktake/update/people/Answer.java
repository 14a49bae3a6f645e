package org.asemeducation.stocktake.update.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator says in place of an update.
 *
 * @param answer {@code nothing-to-report}, {@code concluded}, {@code merged} or
 * {@code not-ours}
 * @param into the id of the initiative that this one was merged into; {@code null} for
 * any other answer
 * @param because why, in a sentence
 */
public record Answer(@Nullable String answer, @Nullable String into, @Nullable String because) {

	static final String NOT_OURS = "not-ours";

	static final String MERGED = "merged";

	/**
	 * Whether it goes to the AES instead of the reviewers.
	 * @return true when the initiative is not theirs
	 */
	public boolean isNotOurs() {
		return NOT_OURS.equals(this.answer);
	}

	/**
	 * The fields of a revision that says this.
	 * @return a new object
	 */
	ObjectNode content() {
		ObjectNode content = JsonNodeFactory.instance.objectNode();
		put(content, "answer", this.answer);
		if (MERGED.equals(this.answer)) {
			put(content, "into", this.into);
		}
		put(content, "because", this.because);
		return content;
	}

	private static void put(ObjectNode content, String field, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			content.put(field, text.strip());
		}
	}

}
