package org.asemeducation.stocktake.notification.letter;

import java.util.List;

/**
 * What the reviewers say about one field.
 *
 * @param label the field's label on the page
 * @param text as written, in lines
 */
record Remark(String label, String text) {

	/** The text's lines, for the plain part to indent. */
	public List<String> lines() {
		return this.text.strip().lines().map(OneLine::of).toList();
	}

}
