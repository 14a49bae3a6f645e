package org.asemeducation.stocktake.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a template.
 */
sealed interface Piece permits Piece.Literal, Piece.Said, Piece.Part {

	/**
	 * Says it.
	 * @param words what the variables stand for
	 * @param values keeps what they stand for, behind marks
	 * @param to where it is said
	 */
	void say(Map<String, Object> words, Values values, StringBuilder to);

	/**
	 * Text as it stands.
	 */
	record Literal(String text) implements Piece {

		@Override
		public void say(Map<String, Object> words, Values values, StringBuilder to) {
			to.append(this.text);
		}

	}

	/**
	 * A variable.
	 */
	record Said(String name, boolean link) implements Piece {

		@Override
		public void say(Map<String, Object> words, Values values, StringBuilder to) {
			to.append(values.mark(words.getOrDefault(this.name, "").toString(), this.link));
		}

	}

	/** When a part is said. */
	enum Shown {

		ALWAYS, EACH_OR_IF, UNLESS

	}

	/**
	 * Something that is said once, for each thing, or if.
	 *
	 * @param within what may be said in it
	 * @param line where it begins
	 */
	record Part(String name, Shown shown, List<Variable> within, int line, List<Piece> parts) implements Piece {

		@Override
		public void say(Map<String, Object> words, Values values, StringBuilder to) {
			Object value = words.getOrDefault(this.name, "");
			switch (this.shown) {
				case ALWAYS -> all(words, values, to);
				case UNLESS -> {
					if (isNothing(value)) {
						all(words, values, to);
					}
				}
				case EACH_OR_IF -> {
					if (value instanceof List<?> things) {
						things.forEach((thing) -> all(and(words, thing), values, to));
					}
					else if (!isNothing(value)) {
						all(words, values, to);
					}
				}
			}
		}

		private void all(Map<String, Object> words, Values values, StringBuilder to) {
			this.parts.forEach((piece) -> piece.say(words, values, to));
		}

		private static Map<String, Object> and(Map<String, Object> words, @Nullable Object thing) {
			Map<String, Object> both = new HashMap<>(words);
			if (thing instanceof Map<?, ?> own) {
				own.forEach((name, value) -> both.put(String.valueOf(name), value));
			}
			return both;
		}

		private static boolean isNothing(Object value) {
			return Boolean.FALSE.equals(value) || value.equals("") || (value instanceof List<?> list && list.isEmpty());
		}

	}

}
