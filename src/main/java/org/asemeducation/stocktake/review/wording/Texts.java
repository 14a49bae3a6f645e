package org.asemeducation.stocktake.review.wording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.update.UpdateForm;

/**
 * The texts of an update that can be worded otherwise, each under its path. What is
 * chosen, counted or dated is not worded.
 */
final class Texts {

	private static final Set<String> WHOLE = Set.of("progress", "highlights", "addedValue", "challenges", "conclusions",
			"planChanges", "because");

	private static final Set<String> CELLS = Set.of("title", "place", "sentence", "activity", "when", "output",
			"result", "caption", "alternative");

	private Texts() {
	}

	/**
	 * All that is said.
	 * @param content the form's fields
	 * @return texts by path, in the form's order
	 */
	static Map<String, String> in(ObjectNode content) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String field : UpdateForm.names()) {
			JsonNode value = content.path(field);
			if (WHOLE.contains(field)) {
				put(texts, field, value);
			}
			else if (value.isObject()) {
				value.properties().forEach((answer) -> put(texts, field + "." + answer.getKey(), answer.getValue()));
			}
			else if (value.isArray()) {
				for (int row = 0; row < value.size(); row++) {
					for (Map.Entry<String, JsonNode> cell : value.get(row).properties()) {
						if (CELLS.contains(cell.getKey())) {
							put(texts, "%s.%d.%s".formatted(field, row, cell.getKey()), cell.getValue());
						}
					}
				}
			}
		}
		return texts;
	}

	/**
	 * The same with one text worded otherwise.
	 * @param content the form's fields
	 * @param path of a text that is there
	 * @param text the other words
	 * @return a new object
	 */
	static ObjectNode with(ObjectNode content, String path, String text) {
		ObjectNode changed = content.deepCopy();
		String[] steps = path.split("\\.");
		JsonNode place = changed;
		for (int step = 0; step < steps.length - 1; step++) {
			place = (place instanceof ArrayNode rows) ? rows.get(Integer.parseInt(steps[step]))
					: place.get(steps[step]);
		}
		((ObjectNode) place).put(steps[steps.length - 1], text);
		return changed;
	}

	private static void put(Map<String, String> texts, String path, JsonNode value) {
		if (value.isTextual() && !value.asText().isBlank()) {
			texts.put(path, value.asText());
		}
	}

}
