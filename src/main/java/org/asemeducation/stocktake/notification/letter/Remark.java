package org.asemeducation.stocktake.notification.letter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the reviewers say about one field.
 *
 * @param number of the remark in its list; 0 where there is no list
 * @param label the field's label on the page
 * @param text as written, in lines, without control and direction marks
 */
record Remark(int number, String label, String text) {

	Remark {
		text = text.strip().lines().map(OneLine::of).collect(Collectors.joining("\n"));
	}

	/** The text's lines, for the plain part to indent. */
	public List<String> lines() {
		return this.text.lines().toList();
	}

}
