package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a field of the form may hold.
 */
@FunctionalInterface
interface FieldShape {

	/** Longest text of one field or cell, in characters. */
	int LONGEST_TEXT = 20_000;

	/** Most rows of a list. */
	int MOST_ROWS = 5_000;

	/** Most extra questions of a cycle. */
	int MOST_ANSWERS = 5;

	/**
	 * What is wrong with a value.
	 * @param value as the form sent it
	 * @return one sentence; {@code null} when nothing is
	 */
	@Nullable String wrong(JsonNode value);

	static FieldShape text() {
		return (value) -> value.isTextual() ? tooLong(value) : "Give a text.";
	}

	static FieldShape choice(String... values) {
		Set<String> choices = Set.of(values);
		return (value) -> value.isTextual() && (value.asText().isEmpty() || choices.contains(value.asText())) ? null
				: "Choose one of %s.".formatted(String.join(", ", values));
	}

	static FieldShape texts() {
		return (value) -> isListOf(value, JsonNode::isTextual) ? tooLong(value)
				: "Give a list of texts, at most %d.".formatted(MOST_ROWS);
	}

	static FieldShape answers() {
		return (value) -> value.isObject() && value.size() <= MOST_ANSWERS && all(value, JsonNode::isTextual)
				? tooLong(value) : "Give a text for each question.";
	}

	/**
	 * A list of rows.
	 * @param columns by name: what a cell may say, or an empty set for any text
	 */
	static FieldShape rows(Map<String, Set<String>> columns) {
		return (value) -> {
			if (!isListOf(value, JsonNode::isObject)) {
				return "Give a list of rows, at most %d.".formatted(MOST_ROWS);
			}
			for (int number = 0; number < value.size(); number++) {
				for (Map.Entry<String, JsonNode> cell : value.get(number).properties()) {
					if (!fits(columns.get(cell.getKey()), cell.getValue())) {
						return "Row %d: %s cannot be \"%s\".".formatted(number + 1, cell.getKey(),
								cell.getValue().asText());
					}
				}
			}
			return tooLong(value);
		};
	}

	private static boolean fits(@Nullable Set<String> choices, JsonNode cell) {
		String text = cell.asText();
		return choices != null && cell.isValueNode() && (choices.isEmpty() || text.isEmpty() || choices.contains(text));
	}

	private static boolean isListOf(JsonNode value, Predicate<JsonNode> test) {
		return value.isArray() && value.size() <= MOST_ROWS && all(value, test);
	}

	private static boolean all(JsonNode values, Predicate<JsonNode> test) {
		return StreamSupport.stream(values.spliterator(), false).allMatch(test);
	}

	private static @Nullable String tooLong(JsonNode value) {
		List<JsonNode> texts = value.isTextual() ? List.of(value)
				: StreamSupport.stream(value.spliterator(), false)
					.flatMap((part) -> part.isContainerNode() ? StreamSupport.stream(part.spliterator(), false)
							: Stream.of(part))
					.toList();
		return texts.stream()
			.map((text) -> text.asText().length())
			.filter((length) -> length > LONGEST_TEXT)
			.findFirst()
			.map((length) -> "Shorten the text: %,d characters are more than the %,d there is room for."
				.formatted(length, LONGEST_TEXT))
			.orElse(null);
	}

}
