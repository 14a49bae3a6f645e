package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;

/**
 * What a submission needs that a draft does not: the required fields, and no placeholder
 * in their stead.
 */
final class SubmissionCheck {

	private static final Map<String, String> STATUS = Map.of("completion", "how far the initiative has come", "aims",
			"whether its aims are achieved", "continuation", "how it goes on");

	private SubmissionCheck() {
	}

	/**
	 * What keeps the content from being submitted.
	 * @param content the form's fields, of the right shape
	 * @return one problem a field, none when it may be submitted
	 */
	static List<Problem> problems(ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		if (UpdateForm.isAnswer(content)) {
			checkAnswer(content, problems);
			return problems;
		}
		String progress = content.path("progress").asText();
		if (progress.isBlank()) {
			problems.add(new Problem("progress", "Describe the progress and achievements in the period."));
		}
		else if (Placeholders.isOnlyPlaceholder(progress)) {
			problems.add(new Problem("progress",
					"\"%s\" is only a placeholder: describe the progress, or say that there was none."
						.formatted(progress.strip())));
		}
		for (String field : List.of("completion", "aims", "continuation")) {
			if (content.path(field).asText().isBlank()) {
				problems.add(new Problem(field, "Say %s.".formatted(STATUS.get(field))));
			}
		}
		checkPlans(content, problems);
		problems.addAll(MediaCheck.problems(content));
		return problems;
	}

	/**
	 * Placeholders that may be submitted: those inside longer texts, and those where
	 * nothing is required. They are pointed out, and accepted.
	 * @param content the form's fields, of the right shape
	 * @return one warning a field
	 */
	static List<Problem> warnings(ObjectNode content) {
		List<Problem> warnings = new ArrayList<>();
		Set<String> refused = problems(content).stream().map(Problem::field).collect(Collectors.toSet());
		content.fields().forEachRemaining((field) -> {
			for (String text : refused.contains(field.getKey()) ? List.<String>of() : texts(field.getValue())) {
				Placeholders.within(text)
					.stream()
					.findFirst()
					.ifPresent((found) -> warnings.add(new Problem(field.getKey(),
							"The text still says \"%s\". It may be submitted like this.".formatted(found))));
			}
		});
		return warnings;
	}

	/** Nothing else is asked of who answers in place of an update. */
	private static void checkAnswer(ObjectNode content, List<Problem> problems) {
		String because = content.path("because").asText();
		if (because.isBlank()) {
			problems.add(new Problem("because", "Say in a sentence why: the report prints it."));
		}
		else if (Placeholders.isOnlyPlaceholder(because)) {
			problems.add(new Problem("because",
					"\"%s\" is only a placeholder: say in a sentence why.".formatted(because.strip())));
		}
		if ("merged".equals(content.path("answer").asText()) && content.path("into").asText().isBlank()) {
			problems.add(new Problem("into", "Say which initiative it was merged into."));
		}
	}

	private static void checkPlans(ObjectNode content, List<Problem> problems) {
		if ("concluded".equals(content.path("continuation").asText())) {
			return;
		}
		boolean planned = false;
		for (JsonNode plan : content.path("plans")) {
			String activity = plan.path("activity").asText();
			if (Placeholders.isOnlyPlaceholder(activity)) {
				problems.add(new Problem("plans", "\"%s\" is only a placeholder: name the activity, or remove the row."
					.formatted(activity.strip())));
				return;
			}
			planned |= !activity.isBlank();
		}
		if (!planned) {
			problems.add(new Problem("plans",
					"Name at least one activity for the next two years, or say that the initiative is concluded."));
		}
	}

	private static List<String> texts(JsonNode value) {
		List<String> texts = new ArrayList<>();
		if (value.isTextual()) {
			texts.add(value.asText());
		}
		value.forEach((part) -> texts.addAll(texts(part)));
		return texts;
	}

}
