package org.asemeducation.stocktake.update.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * The words of a text without their order, to see quickly how much two texts have in
 * common. Spaces and signs do not count.
 */
public final class WordBag {

	private final Map<String, Integer> counts = new HashMap<>();

	private int size;

	private WordBag() {
	}

	/**
	 * Takes a text apart.
	 * @param text any; may be empty
	 * @return its words
	 */
	public static WordBag of(String text) {
		WordBag bag = new WordBag();
		for (String word : WordComparison.words(text)) {
			if (Character.isLetterOrDigit(word.codePointAt(0))) {
				bag.counts.merge(word, 1, Integer::sum);
				bag.size++;
			}
		}
		return bag;
	}

	/**
	 * How many words there are.
	 * @return each as often as it stands there
	 */
	public int size() {
		return this.size;
	}

	/**
	 * What two texts have in common.
	 * @param other of another text
	 * @return the share of words that both have, from 0 to 1
	 */
	public double likeness(WordBag other) {
		int shared = 0;
		for (Map.Entry<String, Integer> word : this.counts.entrySet()) {
			shared += Math.min(word.getValue(), other.counts.getOrDefault(word.getKey(), 0));
		}
		int longer = Math.max(this.size, other.size);
		return (longer == 0) ? 1 : (double) shared / longer;
	}

}
