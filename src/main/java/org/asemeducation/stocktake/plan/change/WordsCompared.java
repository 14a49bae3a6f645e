package org.asemeducation.stocktake.plan.change;

import java.util.List;

/**
 * Compares two texts word by word; a later stage knows how.
 */
public interface WordsCompared {

	/**
	 * Compares two texts.
	 * @param earlier a text; may be empty
	 * @param later another; may be empty
	 * @return the stretches in reading order, what was struck before what was added in
	 * its place
	 */
	List<Stretch> of(String earlier, String later);

	/**
	 * A stretch of words.
	 *
	 * @param kind whether only one of the texts has it
	 * @param text its words
	 */
	record Stretch(Kind kind, String text) {
	}

	/**
	 * Which of the texts has a stretch.
	 */
	enum Kind {

		/** Both. */
		SAME,

		/** Only the earlier. */
		STRUCK,

		/** Only the later. */
		ADDED

	}

}
