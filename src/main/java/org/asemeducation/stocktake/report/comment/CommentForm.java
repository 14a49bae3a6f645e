package org.asemeducation.stocktake.report.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one person writes about the draft of a report.
 *
 * @param comments in the order they stand in the form
 */
record CommentForm(@Nullable List<Line> comments) {

	static final CommentForm EMPTY = new CommentForm(List.of());

	private static final int LONGEST = 5_000;

	private static final int MOST = 200;

	/**
	 * What keeps it from being saved.
	 * @param parts of the draft that can be commented on
	 * @return one problem a field
	 */
	List<Problem> problems(Parts parts) {
		List<Problem> problems = new ArrayList<>();
		List<Line> lines = lines();
		if (lines.size() > MOST) {
			problems.add(new Problem("comments", "Write at most %d comments.".formatted(MOST)));
		}
		for (int index = 0; index < lines.size(); index++) {
			Line line = lines.get(index);
			if (line.about() != null && !parts.has(line.about())) {
				problems.add(new Problem("comments.%d.about".formatted(index),
						"The draft has no part \"%s\": choose one of the list.".formatted(line.about())));
			}
			if (line.said().length() > LONGEST) {
				problems.add(new Problem("comments.%d.text".formatted(index),
						"Shorten the comment to %,d characters; it has %,d.".formatted(LONGEST, line.said().length())));
			}
		}
		return problems;
	}

	/**
	 * The comments that say something.
	 * @return in the order of the form
	 */
	List<Line> said() {
		return lines().stream().filter((line) -> !line.said().isEmpty()).toList();
	}

	private List<Line> lines() {
		return Optional.ofNullable(this.comments).orElse(List.of());
	}

	/**
	 * One comment.
	 *
	 * @param about the id of a chapter or an initiative; {@code null}: the report in
	 * general
	 */
	record Line(@Nullable String about, @Nullable String text) {

		String said() {
			return (this.text != null) ? this.text.strip() : "";
		}

	}

}
