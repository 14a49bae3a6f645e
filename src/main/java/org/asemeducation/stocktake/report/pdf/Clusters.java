package org.asemeducation.stocktake.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text in a script without spaces where a line may end: never before a mark, nor
 * within signs that are joined to one.
 */
final class Clusters {

	/** Of one word as it is drawn: what is longer may fall on two lines. */
	private static final int LONGEST = 12;

	/** What follows one of these is written with what stands before it. */
	private static final Set<Integer> JOINERS = Set.of(0x17D2, 0x1039, 0x094D, 0x09CD, 0x200D);

	/** Vowels that are written before the consonant they follow in speech. */
	private static final Set<Integer> LEADING = Set.of(0x0E40, 0x0E41, 0x0E42, 0x0E43, 0x0E44, 0x0EC0, 0x0EC1, 0x0EC2,
			0x0EC3, 0x0EC4);

	private Clusters() {
	}

	/**
	 * Pieces of a word.
	 * @param word without spaces
	 * @param joined whether its letters hang together, so that it cannot be cut
	 */
	static List<String> of(String word, boolean joined) {
		if (joined || word.length() <= LONGEST) {
			return List.of(word);
		}
		List<String> pieces = new ArrayList<>();
		int start = 0;
		for (int at = 1; at < word.length(); at++) {
			if (at - start >= LONGEST && isBoundary(word, at)) {
				pieces.add(word.substring(start, at));
				start = at;
			}
		}
		pieces.add(word.substring(start));
		return pieces;
	}

	private static boolean isBoundary(String word, int at) {
		int next = word.codePointAt(at);
		int last = word.codePointBefore(at);
		int kind = Character.getType(next);
		return kind != Character.NON_SPACING_MARK && kind != Character.COMBINING_SPACING_MARK
				&& kind != Character.ENCLOSING_MARK && next != 0x0E30 && next != 0x0E32 && next != 0x0E33
				&& next != 0x0E45 && next != 0x0EB0 && next != 0x0EB2 && next != 0x0EB3 && !JOINERS.contains(last)
				&& !JOINERS.contains(next) && !LEADING.contains(last);
	}

}
