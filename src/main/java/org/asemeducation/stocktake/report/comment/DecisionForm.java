package org.asemeducation.stocktake.report.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat decides about the comments.
 *
 * @param decisions one a comment, as far as there are any
 */
record DecisionForm(@Nullable List<Line> decisions) {

	static final DecisionForm EMPTY = new DecisionForm(List.of());

	private static final int LONGEST = 5_000;

	/**
	 * What keeps it from being saved.
	 * @param comments that there are
	 * @return one problem a field
	 */
	List<Problem> misshapen(List<Comment> comments) {
		List<Problem> problems = new ArrayList<>();
		for (Line line : lines()) {
			int index = comments.stream().map(Comment::id).toList().indexOf(line.comment());
			if (index < 0) {
				problems
					.add(new Problem("decisions", "There is no comment %d on this report.".formatted(line.comment())));
			}
			else if (line.said().length() > LONGEST) {
				problems.add(new Problem("decisions.%d.reason".formatted(index),
						"Shorten the reason to %,d characters; it has %,d.".formatted(LONGEST, line.said().length())));
			}
		}
		return problems;
	}

	/**
	 * What is still to be decided or explained.
	 * @param comments that there are
	 * @return one problem a field, in their order
	 */
	List<Problem> open(List<Comment> comments) {
		List<Problem> problems = new ArrayList<>();
		for (int index = 0; index < comments.size(); index++) {
			Line line = on(comments.get(index));
			Decision decision = line.decision();
			if (decision == null) {
				problems.add(new Problem("decisions.%d.decision".formatted(index),
						"Say whether comment %d is taken in.".formatted(index + 1)));
			}
			else if (decision.needsReason() && line.said().isEmpty()) {
				problems.add(new Problem("decisions.%d.reason".formatted(index),
						"Say why comment %d is not taken in, or only partly: its author reads it."
							.formatted(index + 1)));
			}
		}
		return problems;
	}

	Line on(Comment comment) {
		return lines().stream()
			.filter((line) -> line.comment() == comment.id())
			.findFirst()
			.orElseGet(() -> new Line(comment.id(), null, null));
	}

	private List<Line> lines() {
		return Optional.ofNullable(this.decisions).orElse(List.of());
	}

	/**
	 * One decision.
	 *
	 * @param comment its id
	 */
	record Line(long comment, @Nullable Decision decision, @Nullable String reason) {

		String said() {
			return (this.reason != null) ? this.reason.strip() : "";
		}

	}

}
