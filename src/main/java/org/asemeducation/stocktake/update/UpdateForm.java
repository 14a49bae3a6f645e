package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * The fields of an update and their shapes. The same names stand in the form, in drafts
 * and revisions, and in rehearsal scenarios.
 */
public final class UpdateForm {

	/** The fields of an answer that is given in place of an update. */
	public static final List<String> ANSWER = List.of("answer", "into", "because");

	private static final Set<String> ANY = Set.of();

	private static final Map<String, FieldShape> FIELDS = fields();

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
		content.properties().forEach((field) -> {
			FieldShape shape = FIELDS.get(field.getKey());
			String wrong = (shape != null) ? shape.wrong(field.getValue()) : "The form has no field of this name.";
			if (wrong != null) {
				problems.add(new Problem(field.getKey(), wrong));
			}
		});
		return problems;
	}

	/**
	 * Whether the content is an answer in place of an update.
	 * @param content the fields
	 * @return true when it says which
	 */
	public static boolean isAnswer(ObjectNode content) {
		return !content.path("answer").asText().isEmpty();
	}

	/**
	 * What keeps content of the right shape from being submitted.
	 * @param content the fields
	 * @return one problem a field, none when it may be submitted
	 */
	public static List<Problem> missing(ObjectNode content) {
		return SubmissionCheck.problems(content);
	}

	/**
	 * The content of the form without an answer in place of it: whoever writes on has let
	 * that go.
	 * @param content the fields
	 * @return a copy
	 */
	static ObjectNode withoutAnswer(ObjectNode content) {
		return content.deepCopy().remove(ANSWER);
	}

	private static Map<String, FieldShape> fields() {
		Map<String, FieldShape> fields = new LinkedHashMap<>();
		fields.put("commitments", FieldShape
			.rows(Map.of("position", ANY, "outcome", Set.of("done", "partly", "changed", "dropped"), "sentence", ANY)));
		fields.put("milestones", FieldShape.rows(Map.of("position", ANY, "outcome",
				Set.of("done", "under-way", "not-started", "dropped"), "sentence", ANY)));
		fields.put("progress", FieldShape.text());
		fields.put("events", FieldShape.rows(Map.of("date", ANY, "title", ANY, "place", ANY)));
		fields.put("highlights", FieldShape.text());
		fields.put("addedValue", FieldShape.text());
		fields.put("challenges", FieldShape.text());
		fields.put("partners", FieldShape.texts());
		fields.put("conclusions", FieldShape.text());
		fields.put("answers", FieldShape.answers());
		fields.put("completion", FieldShape.choice("not-started", "partly-completed", "completed"));
		fields.put("aims", FieldShape.choice("not-yet-achieved", "partly-achieved", "achieved"));
		fields.put("continuation", FieldShape.choice("ongoing", "suspended", "concluded"));
		fields.put("objectives", FieldShape.rows(Map.of("objective", ANY, "sentence", ANY)));
		fields.put("contributions", FieldShape.rows(Map.of("subgoal", ANY, "sentence", ANY)));
		fields.put("plans", FieldShape.rows(Map.of("activity", ANY, "when", ANY, "output", ANY, "result", ANY)));
		fields.put("media",
				FieldShape.rows(Map.of("kind", Set.of("picture", "chart", "testimonial", "document"), "file", ANY,
						"link", ANY, "caption", ANY, "credit", ANY, "alternative", ANY, "words", ANY, "speaker", ANY,
						"role", ANY, "consent", ANY)));
		fields.put("links", FieldShape.rows(Map.of("title", ANY, "url", ANY)));
		fields.put("planChanges", FieldShape.text());
		fields.put("words", FieldShape
			.rows(Map.of("position", ANY, "outcome", Set.of("replaced", "left-out", "stays"), "sentence", ANY)));
		fields.put("answer", FieldShape.choice("nothing-to-report", "concluded", "merged"));
		fields.put("into", FieldShape.text());
		fields.put("because", FieldShape.text());
		return fields;
	}

}
