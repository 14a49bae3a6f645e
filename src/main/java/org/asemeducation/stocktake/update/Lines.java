package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * "You said, you did": the lines that an update answers one by one. What the last adopted
 * work plan announced needs an outcome and a sentence, what the plan's row says an
 * outcome. Lines that were copied from the plan are asked about once, as the plan's.
 *
 * @param announced the cycle's commitments
 * @param milestones the activities and milestones of the plan's row
 * @param placeholders lines of a draft plan that wait for words; then nothing else is
 * asked
 */
record Lines(List<Commitment> announced, List<String> milestones, List<AskedPlaceholder> placeholders) {

	private static final String COMMITMENTS = "commitments";

	private static final String MILESTONES = "milestones";

	private static final int SHOWN = 60;

	/**
	 * The lines of one update.
	 * @param key which update
	 * @param initiatives where they stand
	 * @param completions where placeholders of a draft plan stand
	 */
	static Lines of(UpdateKey key, CycleInitiatives initiatives, Completions completions) {
		List<AskedPlaceholder> placeholders = completions.placeholders(key.cycle(), key.initiative());
		if (!placeholders.isEmpty()) {
			return new Lines(List.of(), List.of(), placeholders);
		}
		return new Lines(initiatives.commitments(key.cycle(), key.initiative()),
				initiatives.find(key.cycle(), key.initiative()).map(CycleInitiative::milestones).orElse(List.of()),
				List.of());
	}

	/** How a sentence about them begins. */
	String called() {
		return this.placeholders.isEmpty() ? "The update is" : "Your words are";
	}

	/**
	 * What keeps the content from being submitted.
	 * @param content the form's fields, of the right shape
	 * @return one problem a line or a field, none when it may be submitted
	 */
	List<Problem> problems(ObjectNode content) {
		if (!this.placeholders.isEmpty()) {
			return PlaceholderCheck.problems(this.placeholders, content);
		}
		List<Problem> problems = missing(content);
		problems.addAll(SubmissionCheck.problems(content));
		return problems;
	}

	/**
	 * What is not answered yet.
	 * @param content the form's fields, of the right shape
	 * @return one problem a line, in their order
	 */
	private List<Problem> missing(ObjectNode content) {
		List<Problem> missing = new ArrayList<>();
		List<Commitment> adopted = this.announced.stream().filter((it) -> "adopted".equals(it.source())).toList();
		for (int index = 0; index < adopted.size(); index++) {
			Commitment line = adopted.get(index);
			JsonNode answer = answer(content, COMMITMENTS, line.position());
			if (answer.path("outcome").asText().isBlank()) {
				missing.add(problem(COMMITMENTS, index, "outcome", line.text(), "say what became of it"));
			}
			else if (answer.path("sentence").asText().isBlank()) {
				missing.add(problem(COMMITMENTS, index, "sentence", line.text(), "say it in a sentence"));
			}
		}
		for (int index = 0; index < this.milestones.size(); index++) {
			if (answer(content, MILESTONES, index + 1).path("outcome").asText().isBlank()) {
				missing.add(problem(MILESTONES, index, "outcome", this.milestones.get(index), "say where it stands"));
			}
		}
		return missing;
	}

	/**
	 * The content without answers to lines that nobody asked about.
	 * @param content the form's fields, of the right shape
	 * @return a new object
	 */
	ObjectNode asked(ObjectNode content) {
		ObjectNode asked = content.deepCopy();
		keep(asked, COMMITMENTS, this.announced.stream().map(Commitment::position).collect(Collectors.toSet()));
		keep(asked, PlaceholderCheck.WORDS,
				this.placeholders.stream().map(AskedPlaceholder::line).collect(Collectors.toSet()));
		keep(asked, MILESTONES, IntStream.rangeClosed(1, this.milestones.size()).boxed().collect(Collectors.toSet()));
		return asked;
	}

	private static void keep(ObjectNode content, String field, Set<Integer> positions) {
		if (content.get(field) instanceof ArrayNode rows) {
			ArrayNode kept = content.arrayNode();
			rows.forEach((row) -> {
				if (positions.contains(row.path("position").asInt())) {
					kept.add(row);
				}
			});
			content.set(field, kept);
		}
	}

	static JsonNode answer(ObjectNode content, String field, int position) {
		for (JsonNode row : content.path(field)) {
			if (row.path("position").asInt() == position) {
				return row;
			}
		}
		return content.objectNode();
	}

	static Problem problem(String field, int index, String part, String text, String act) {
		String shown = (text.length() <= SHOWN) ? text : text.substring(0, SHOWN).strip() + " …";
		return new Problem("%s.%d.%s".formatted(field, index, part),
				"Line %d, “%s”: %s.".formatted(index + 1, shown, act));
	}

}
