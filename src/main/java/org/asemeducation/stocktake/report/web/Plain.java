package org.asemeducation.stocktake.report.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts as a search compares them: without case and without the marks on letters, so that
 * who types Malmo finds Malmö.
 */
final class Plain {

	private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

	private Plain() {
	}

	static String of(String text) {
		String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return bare.toLowerCase(Locale.ROOT);
	}

	static List<String> words(String text) {
		return Stream.of(SPACE.split(of(text))).filter((it) -> !it.isEmpty()).distinct().toList();
	}

}
