package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What in an update asks for a reader before it is accepted.
 */
public final class Remarkable {

	private static final List<String> SURPRISING = List.of("changed", "dropped");

	private Remarkable() {
	}

	/**
	 * Why somebody should read a revision.
	 * @param revision what was submitted
	 * @return short reasons; none for an update that came at the first attempt, in time,
	 * with nothing struck from its promises or from the plan and no placeholder left
	 */
	public static List<String> in(Revision revision) {
		ObjectNode content = revision.content();
		List<String> reasons = new ArrayList<>();
		if (revision.number() > 1) {
			reasons.add("version " + revision.number());
		}
		if (revision.late()) {
			reasons.add("late");
		}
		if (!SubmissionCheck.warnings(content).isEmpty()) {
			reasons.add("a placeholder is left");
		}
		for (String outcome : SURPRISING) {
			if (content.path("commitments").findValuesAsText("outcome").contains(outcome)) {
				reasons.add("a commitment was " + outcome);
			}
		}
		if (content.hasNonNull("answer")) {
			reasons.add("no update, but an answer");
		}
		String continuation = content.path("continuation").asText();
		if (!continuation.isBlank() && !"ongoing".equals(continuation)) {
			reasons.add(continuation);
		}
		if (!content.path("planChanges").asText().isBlank()) {
			reasons.add("corrects the plan");
		}
		return List.copyOf(reasons);
	}

}
