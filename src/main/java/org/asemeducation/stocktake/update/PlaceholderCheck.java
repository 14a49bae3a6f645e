package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.PlanField;
import org.asemeducation.stocktake.plan.PlanPlaceholders;

/**
 * What words for a plan need before they are submitted: something is said about every
 * placeholder, and no placeholder stands in its stead.
 */
final class PlaceholderCheck {

	static final String WORDS = "words";

	/** Longest line of a plan, in characters; a title or a bracket is shorter. */
	private static final int LONGEST = 10_000;

	private static final int LONGEST_TITLE = 500;

	private PlaceholderCheck() {
	}

	/**
	 * What keeps the words from being submitted.
	 * @param placeholders those of the request
	 * @param content the form's fields, of the right shape
	 * @return one problem a placeholder, in their order
	 */
	static List<Problem> problems(List<AskedPlaceholder> placeholders, ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		for (int index = 0; index < placeholders.size(); index++) {
			AskedPlaceholder asked = placeholders.get(index);
			JsonNode answer = Lines.answer(content, WORDS, asked.line());
			String outcome = answer.path("outcome").asText();
			String sentence = answer.path("sentence").asText();
			String part = "outcome";
			Optional<String> act = objection(asked, outcome);
			if (act.isEmpty() && "replaced".equals(outcome)) {
				part = "sentence";
				act = objection(asked.placeholder().field(), sentence.lines().map(String::strip).toList());
			}
			if (act.isPresent()) {
				problems.add(Lines.problem(WORDS, index, part, asked.words(), act.get()));
			}
		}
		return problems;
	}

	private static Optional<String> objection(AskedPlaceholder asked, String outcome) {
		if (outcome.isBlank()) {
			return Optional.of("say what becomes of it");
		}
		return ("left-out".equals(outcome) && asked.placeholder().field() == PlanField.TITLE)
				? Optional.of("a title cannot be left out, so write it anew or say that it stays open")
				: Optional.empty();
	}

	private static Optional<String> objection(PlanField field, List<String> written) {
		List<String> lines = written.stream().filter((line) -> !line.isEmpty()).toList();
		if (lines.isEmpty()) {
			return Optional.of("write the words that stand there instead");
		}
		if (field.isSingle() && lines.size() > 1) {
			return Optional.of("write it in a single line");
		}
		int room = field.isSingle() ? LONGEST_TITLE : LONGEST;
		return Stream
			.concat(lines.stream()
				.filter(PlanPlaceholders::waits)
				.map("“%s” still holds a place, so write the words or say that it stays open"::formatted),
					lines.stream()
						.filter((line) -> line.length() > room)
						.map((line) -> "shorten the line to %,d characters".formatted(room)))
			.findFirst();
	}

}
