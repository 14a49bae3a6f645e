package org.asemeducation.stocktake.cycle.minutes;

/**
 * Minutes as they are written.
 *
 * @param version rises with each save; 0 before the first
 * @param text paragraphs, with an empty line between them
 */
public record MinutesDraft(int version, String text) {

	static final int LONGEST = 100_000;

	public MinutesDraft {
		text = text.replace("\r\n", "\n").strip();
	}

}
