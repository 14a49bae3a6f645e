package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * The fields of an update, their shapes, and the values that a choice allows. The same
 * names stand in the form, in drafts and revisions, and in rehearsal scenarios.
 */
public final class UpdateForm {

	/** Longest text of one field, in characters. */
	public static final int LONGEST_TEXT = 20_000;

	private static final int MOST_ROWS = 500;

	private static final Shape TEXT = Shape.TEXT;

	private static final Map<String, Shape> FIELDS = fields();

	private static final Map<String, Map<String, Set<String>>> ROWS = Map.of("events", row("date", "title", "place"),
			"commitments", choiceRow("outcome", Set.of("done", "partly", "changed", "dropped"), "position", "sentence"),
			"contributions", row("subgoal", "sentence"), "plans", row("activity", "when", "output", "result"), "media",
			choiceRow("kind", Set.of("picture", "chart", "testimonial"), "link", "caption", "credit", "alternative",
					"consent"),
			"links", row("title", "url"));

	static final Map<String, Set<String>> CHOICES = Map.of("completion",
			Set.of("not-started", "partly-completed", "completed"), "aims",
			Set.of("not-yet-achieved", "partly-achieved", "achieved"), "continuation",
			Set.of("ongoing", "suspended", "concluded"));

	private UpdateForm() {
	}

	/**
	 * The names of all fields, in the form's order.
	 * @return names
	 */
	public static Set<String> names() {
		return FIELDS.keySet();
	}

	/**
	 * What does not have the form's shape: such content is not even saved as a draft.
	 * @param content the fields
	 * @return one problem a field, none when the shape is right
	 */
	public static List<Problem> misshapen(ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		content.fields().forEachRemaining((field) -> {
			Shape shape = FIELDS.get(field.getKey());
			String wrong = (shape != null) ? wrong(field.getKey(), shape, field.getValue())
					: "The form has no field of this name.";
			if (wrong != null) {
				problems.add(new Problem(field.getKey(), wrong));
			}
		});
		return problems;
	}

	private static String wrong(String name, Shape shape, JsonNode value) {
		return switch (shape) {
			case TEXT -> !value.isTextual() ? "Give a text." : tooLong(value);
			case CHOICE -> value.isTextual() && (value.asText().isEmpty() || CHOICES.get(name).contains(value.asText()))
					? null : "Choose one of " + String.join(", ", CHOICES.get(name).stream().sorted().toList()) + ".";
			case TEXTS -> !value.isArray() || value.size() > MOST_ROWS || !all(value, JsonNode::isTextual)
					? "Give a list of texts, at most %d.".formatted(MOST_ROWS) : tooLong(value);
			case ANSWERS -> !value.isObject() || value.size() > 5 || !all(value, JsonNode::isTextual)
					? "Give a text for each question." : tooLong(value);
			case ROWS -> wrongRows(name, value);
		};
	}

	private static String wrongRows(String name, JsonNode rows) {
		if (!rows.isArray() || rows.size() > MOST_ROWS || !all(rows, JsonNode::isObject)) {
			return "Give a list of rows, at most %d.".formatted(MOST_ROWS);
		}
		Map<String, Set<String>> columns = ROWS.get(name);
		for (int number = 0; number < rows.size(); number++) {
			for (Map.Entry<String, JsonNode> cell : rows.get(number).properties()) {
				Set<String> choices = columns.get(cell.getKey());
				String text = cell.getValue().asText();
				if (choices == null || cell.getValue().isContainerNode()
						|| !(choices.isEmpty() || text.isEmpty() || choices.contains(text))) {
					return "Row %d: %s cannot be \"%s\".".formatted(number + 1, cell.getKey(), text);
				}
			}
		}
		return tooLong(rows);
	}

	private static String tooLong(JsonNode value) {
		if (value.isTextual()) {
			return (value.asText().length() > LONGEST_TEXT)
					? "Shorten the text: %,d characters are more than the %,d there is room for."
						.formatted(value.asText().length(), LONGEST_TEXT)
					: null;
		}
		for (JsonNode part : value) {
			String wrong = tooLong(part);
			if (wrong != null) {
				return wrong;
			}
		}
		return null;
	}

	private static boolean all(JsonNode values, java.util.function.Predicate<JsonNode> test) {
		for (JsonNode value : values) {
			if (!test.test(value)) {
				return false;
			}
		}
		return true;
	}

	private static Map<String, Shape> fields() {
		Map<String, Shape> fields = new LinkedHashMap<>();
		fields.put("conclusions", TEXT);
		fields.put("partners", Shape.TEXTS);
		fields.put("progress", TEXT);
		fields.put("events", Shape.ROWS);
		fields.put("highlights", TEXT);
		fields.put("addedValue", TEXT);
		fields.put("challenges", TEXT);
		fields.put("answers", Shape.ANSWERS);
		fields.put("completion", Shape.CHOICE);
		fields.put("aims", Shape.CHOICE);
		fields.put("continuation", Shape.CHOICE);
		fields.put("commitments", Shape.ROWS);
		fields.put("contributions", Shape.ROWS);
		fields.put("plans", Shape.ROWS);
		fields.put("media", Shape.ROWS);
		fields.put("links", Shape.ROWS);
		fields.put("planChanges", TEXT);
		return fields;
	}

	private static Map<String, Set<String>> row(String... columns) {
		Map<String, Set<String>> row = new LinkedHashMap<>();
		for (String column : columns) {
			row.put(column, Set.of());
		}
		return row;
	}

	private static Map<String, Set<String>> choiceRow(String choice, Set<String> values, String... columns) {
		Map<String, Set<String>> row = row(columns);
		row.put(choice, values);
		return row;
	}

	private enum Shape {

		TEXT, CHOICE, TEXTS, ANSWERS, ROWS

	}

}
