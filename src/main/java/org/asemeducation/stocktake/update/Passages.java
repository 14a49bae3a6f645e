package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The texts of a form, to find out which words of them no later state says any more. A
 * word stands where it still stands beside one of its neighbours, anywhere in the form:
 * what was written on, moved or put in order is not gone, nor are the words around one
 * that was mended.
 */
final class Passages {

	/** Letters, about half a line. */
	private static final int LONG = 30;

	/** Letters: less is typed again before it is looked for. */
	private static final int SHORTEST = 8;

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private final Set<String> texts;

	private Passages(Set<String> texts) {
		this.texts = texts;
	}

	static Passages of(ObjectNode content) {
		Set<String> texts = new LinkedHashSet<>();
		collect(content, texts);
		return new Passages(texts);
	}

	/**
	 * Whether the fields that were changed still say all that they said. Most saves say
	 * more in one field, and are done with that.
	 */
	static boolean allStand(ObjectNode before, ObjectNode now) {
		Set<String> said = new LinkedHashSet<>();
		Set<String> saying = new LinkedHashSet<>();
		before.properties()
			.stream()
			.filter((field) -> !field.getValue().equals(now.get(field.getKey())))
			.forEach((field) -> {
				collect(field.getValue(), said);
				collect(now.path(field.getKey()), saying);
			});
		return !new Passages(said).gone(List.of(new Passages(saying))).isSomething();
	}

	private static void collect(JsonNode node, Set<String> texts) {
		if (node.isTextual()) {
			String words = BETWEEN_WORDS.matcher(node.textValue().toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
			if (!words.isEmpty()) {
				texts.add(words);
			}
		}
		else {
			node.forEach((part) -> collect(part, texts));
		}
	}

	/**
	 * What none of the other states says.
	 * @param standing the states that are kept
	 * @return the longest run of words that is gone from one text
	 */
	Gone gone(List<Passages> standing) {
		List<String> changed = this.texts.stream().filter((text) -> !stands(text, standing)).toList();
		if (changed.isEmpty()) {
			return Gone.NOTHING;
		}
		Set<String> pairs = new HashSet<>();
		standing.forEach((state) -> state.texts.stream()
			.filter((text) -> !this.texts.contains(text))
			.forEach((text) -> pairs.addAll(pairs(text))));
		return changed.stream().map((text) -> gone(text, pairs)).reduce(Gone.NOTHING, Gone::worse);
	}

	/** In full, be it as a part of a longer text. */
	private static boolean stands(String text, List<Passages> standing) {
		return standing.stream().anyMatch((state) -> state.texts.contains(text)) || standing.stream()
			.anyMatch((state) -> state.texts.stream().anyMatch((other) -> other.contains(text)));
	}

	private static List<String> pairs(String text) {
		String[] words = text.split(" ");
		List<String> pairs = new ArrayList<>();
		for (int place = 1; place < words.length; place++) {
			pairs.add(words[place - 1] + " " + words[place]);
		}
		return pairs;
	}

	private static Gone gone(String text, Set<String> standing) {
		String[] words = text.split(" ");
		boolean[] stands = new boolean[words.length];
		for (int place = 1; place < words.length; place++) {
			if (standing.contains(words[place - 1] + " " + words[place])) {
				Arrays.fill(stands, place - 1, place + 1, true);
			}
		}
		int longest = 0;
		int run = 0;
		for (int place = 0; place < words.length; place++) {
			run = stands[place] ? 0 : run + words[place].length() + 1;
			longest = Math.max(longest, run - 1);
		}
		return new Gone(longest, longest >= LONG || (longest >= SHORTEST && 2 * longest >= text.length()));
	}

	/**
	 * What is gone of a state.
	 *
	 * @param letters of the longest run of words
	 * @param isPassage whether that is half a line, or half of what stood in a field
	 */
	record Gone(int letters, boolean isPassage) {

		static final Gone NOTHING = new Gone(0, false);

		boolean isSomething() {
			return this.letters > 0;
		}

		private static Gone worse(Gone one, Gone other) {
			boolean moreOf = (one.isPassage == other.isPassage) ? other.letters > one.letters : other.isPassage;
			return moreOf ? other : one;
		}

	}

}
