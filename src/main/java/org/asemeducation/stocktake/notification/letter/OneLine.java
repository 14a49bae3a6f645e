package org.asemeducation.stocktake.notification.letter;

/**
 * Somebody's words where only one line may stand, such as a subject: no line end, no
 * control or direction mark gets through.
 */
final class OneLine {

	private OneLine() {
	}

	static String of(String words) {
		return words.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").replaceAll("\\p{Cf}", "").strip();
	}

}
