package org.asemeducation.stocktake.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises words that hold a place until somebody writes the text: "To be completed by
 * ASEF", "TBC", "X pairs". An empty text and "n/a" are not placeholders: the first says
 * nothing, the second says that there is nothing.
 */
public final class Placeholders {

	/** What is still to be done with a text, not with a project. */
	private static final String TODO = "(?:completed?|checked?|confirm(?:ed)?|discuss(?:ed)?|determined?|decided?"
			+ "|defined?|identif(?:y|ied)|announced?|specif(?:y|ied)|add(?:ed)?|fill(?:ed)? in|provided?|updated?"
			+ "|advised|agreed(?: upon)?)";

	private static final String TO_BE = "to (?:be )?(?:further |still )?" + TODO + "(?:(?: ?/ ?| and | or )" + TODO
			+ ")*";

	private static final String LETTERS = "t\\.?b\\.?[acd]\\b";

	private static final String COUNTED = "(?:x{2,}|x (?:amount|number|pairs?|students?|participants?|people|persons?"
			+ "|universit(?:y|ies)|institutions?|countries|partners?|events?|workshops?|meetings?|euros?|months?|years?))";

	/** "Expected to be completed in May" is a sentence. */
	private static final String NOT_IN_A_SENTENCE = "(?<!\\b(?:is|are|was|were|has|have|needs?|expected|planned"
			+ "|scheduled|due|likely|continues?|about) )";

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

	private static final Pattern WITHIN = Pattern
		.compile("(?<![\\p{L}\\p{N}])(?:" + NOT_IN_A_SENTENCE + "to be (?:further |still )?" + TODO + "(?: ?/ ?" + TODO
				+ ")*|to discuss with|" + LETTERS + "|" + COUNTED + "|lorem ipsum)(?![\\p{L}\\p{N}])", FLAGS);

	/** The tail names who is to write, when or where: hardly more than a dozen words. */
	private static final Pattern ONLY = Pattern.compile("(?:still |yet )?(?:" + TO_BE
			+ "(?: (?:by|with|at|in|on|from|for|among|later|soon|when|once|after)(?: \\S+){0,14})?|" + LETTERS
			+ "(?: (?:by|with|from)(?: \\S+){0,14})?|" + COUNTED
			+ "(?: of \\S+){0,2}|lorem ipsum.*|to (?:come|follow))", FLAGS);

	/** With a year in it, a sentence says when: no longer nothing. */
	private static final Pattern YEAR = Pattern.compile("(?<!\\p{N})(?:19|20)\\p{N}{2}(?!\\p{N})");

	private static final Pattern PARTS = Pattern.compile("[\\n\\r;]+|(?<=[.!?…])\\s+");

	private Placeholders() {
	}

	/**
	 * Whether a text is nothing but placeholders.
	 * @param text what somebody wrote
	 * @return {@code false} for an empty text
	 */
	public static boolean isOnlyPlaceholder(String text) {
		List<String> parts = Arrays.stream(PARTS.split(plain(text))).filter((part) -> !part.isBlank()).toList();
		return !parts.isEmpty() && parts.stream().allMatch(Placeholders::isPlaceholder);
	}

	/**
	 * The placeholders in a text.
	 * @param text what somebody wrote
	 * @return the words found, in plain letters, in their order; empty when there are
	 * none
	 */
	public static List<String> within(String text) {
		List<String> found = new ArrayList<>();
		Matcher matcher = WITHIN.matcher(plain(text));
		while (matcher.find()) {
			found.add(matcher.group());
		}
		return found;
	}

	private static boolean isPlaceholder(String part) {
		String words = withoutEdges(part);
		return words.isEmpty() || (ONLY.matcher(words).matches() && !YEAR.matcher(words).find());
	}

	/** Without brackets, bullets and stops around it. */
	private static String withoutEdges(String part) {
		int start = 0;
		int end = part.length();
		while (start < end && !Character.isLetterOrDigit(part.codePointAt(start))) {
			start += Character.charCount(part.codePointAt(start));
		}
		while (end > start && !Character.isLetterOrDigit(part.codePointBefore(end))) {
			end -= Character.charCount(part.codePointBefore(end));
		}
		return part.substring(start, end);
	}

	/** Full-width letters, unusual spaces and invisible characters made ordinary. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.replaceAll("\\p{Cf}", "")
			.replaceAll("[\\p{Zs}\\t]+", " ")
			.strip();
	}

}
