package org.asemeducation.stocktake.update.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * What a party contributes.
 *
 * @param activities what it did; plain text
 * @param plans what it plans
 * @param objectives the objectives that this belongs to, by number
 */
public record ContributionText(String activities, String plans, List<Integer> objectives) {

	/** Of a text, in characters. */
	static final int LONGEST = 5_000;

	private static final Set<String> TEXTS = Set.of("activities", "plans");

	private static final Pattern OBJECTIVE = Pattern.compile("objective-([1-9][0-9]?)");

	public ContributionText {
		objectives = List.copyOf(objectives);
	}

	/**
	 * Refuses what has not the form's shape; what is missing is no matter.
	 * @param content as the form sends it
	 * @throws Refused with a sentence for each field
	 */
	static void requireShape(ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		for (Map.Entry<String, JsonNode> field : content.properties()) {
			String name = field.getKey();
			JsonNode value = field.getValue();
			if (TEXTS.contains(name) ? !value.isTextual() : !OBJECTIVE.matcher(name).matches() || !value.isBoolean()) {
				problems.add(new Problem(name, "The form has no such field: load the page again."));
			}
			else if (value.asText().length() > LONGEST) {
				problems
					.add(new Problem(name, "Shorten the text: %,d characters are more than the %,d there is room for."
						.formatted(value.asText().length(), LONGEST)));
			}
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("This contribution is not saved.", problems);
		}
	}

	/**
	 * Reads what is complete.
	 * @param content as it was saved
	 * @param known the objectives that there are
	 * @throws Refused when nothing is said
	 */
	static ContributionText of(JsonNode content, List<Integer> known) {
		String activities = content.path("activities").asText("").strip();
		String plans = content.path("plans").asText("").strip();
		List<Integer> objectives = known.stream()
			.filter((number) -> content.path("objective-" + number).asBoolean())
			.toList();
		List<Problem> problems = new ArrayList<>();
		if (activities.isEmpty() && plans.isEmpty()) {
			problems.add(new Problem("activities", "Say what you did, or below what you plan."));
		}
		if (objectives.isEmpty()) {
			problems.add(new Problem("objective-" + known.get(0), "Tick at least one objective that it belongs to."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("The contribution is not submitted yet.", problems);
		}
		return new ContributionText(activities, plans, objectives);
	}

}
