package org.asemeducation.stocktake.endorsement.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * Other words at one place of a report.
 *
 * @param place {@code foreword}, {@code outlook}, an initiative's id or {@code annex-3}
 * @param wrong what stands there once
 * @param right what is to stand there
 */
record Replacement(String place, String wrong, String right) {

	private static final JsonMapper JSON = new JsonMapper();

	/** Codes and ids are no words. */
	private static final Set<String> NO_WORDS = Set.of("id", "key", "initiative", "standing", "completion", "aims",
			"continuation", "outcome", "kind", "subgoal", "submittedAt", "acceptedAt", "acceptedBy", "entered", "into",
			"programme", "cycle");

	ReportModel in(ReportModel report) {
		if (this.wrong.isEmpty() || this.wrong.equals(this.right)) {
			throw refused("wrong", "Give the wrong words, and other words in their place.");
		}
		try {
			JsonNode tree = JSON.readTree(JsonReport.canonical(report));
			List<Runnable> found = new ArrayList<>();
			JsonNode where = place(tree);
			look(where, found);
			if (found.size() != 1) {
				throw refused("wrong",
						found.isEmpty()
								? "The words “%s” do not stand in %s: copy them from the report.".formatted(this.wrong,
										this.place)
								: "The words “%s” stand in %s more than once: give more of the sentence."
									.formatted(this.wrong, this.place));
			}
			found.get(0).run();
			return JsonReport.read(tree.toString());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode place(JsonNode tree) {
		for (JsonNode chapter : tree.path("chapters")) {
			if (chapter.path("key").asText().equals(this.place)) {
				return chapter;
			}
		}
		for (JsonNode line : tree.path("workPlan").path("lines")) {
			if (this.place.equals("annex-" + line.path("number").asInt())) {
				return line;
			}
		}
		for (JsonNode initiative : tree.path("parts").findValues("initiatives")) {
			for (JsonNode one : initiative) {
				if (one.path("id").asText().equals(this.place)) {
					return one;
				}
			}
		}
		throw refused("place", "Choose a chapter, an initiative or a line of the annex.");
	}

	private void look(JsonNode node, List<Runnable> found) {
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> field : object.properties()) {
				if (field.getValue().isTextual() && !NO_WORDS.contains(field.getKey())) {
					count(field.getValue().asText(), found,
							(text) -> object.set(field.getKey(), TextNode.valueOf(text)));
				}
				else {
					look(field.getValue(), found);
				}
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				int index = i;
				if (array.get(i).isTextual()) {
					count(array.get(i).asText(), found, (text) -> array.set(index, TextNode.valueOf(text)));
				}
				else {
					look(array.get(i), found);
				}
			}
		}
	}

	private void count(String text, List<Runnable> found, java.util.function.Consumer<String> write) {
		for (int at = text.indexOf(this.wrong); at >= 0; at = text.indexOf(this.wrong, at + 1)) {
			String replaced = text.substring(0, at) + this.right + text.substring(at + this.wrong.length());
			found.add(() -> write.accept(replaced));
		}
	}

	private static Refused refused(String field, String what) {
		return Refused.invalid("Nothing is corrected. " + what, List.of(new Problem(field, what)));
	}

}
