package org.asemeducation.stocktake.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses which word somebody meant who mistyped it.
 */
final class NearestWord {

	/** Two letters may be wrong, or swapped; in a long word, a third of them. */
	private static final int MISTAKES = 2;

	private NearestWord() {
	}

	static Optional<String> to(String typed, Collection<String> words) {
		if (typed.length() > 50) {
			return Optional.empty();
		}
		return words.stream()
			.filter((word) -> distance(typed, word) <= Math.max(MISTAKES, word.length() / 3))
			.min(Comparator.comparingInt((word) -> distance(typed, word)));
	}

	/** Levenshtein's distance. */
	private static int distance(String typed, String word) {
		String from = typed.toLowerCase(Locale.ROOT);
		int[] row = new int[word.length() + 1];
		for (int j = 0; j <= word.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= word.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == word.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[word.length()];
	}

}
