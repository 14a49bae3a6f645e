package org.asemeducation.stocktake.report.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.comment.DecisionForm.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The comments on the draft of a report with what became of each, in words.
 */
@Component
class SettledComments {

	private final Comments comments;

	private final CommentDecisions decisions;

	private final Commenting commenting;

	private final Register register;

	SettledComments(Comments comments, CommentDecisions decisions, Commenting commenting, Register register) {
		this.comments = comments;
		this.decisions = decisions;
		this.commenting = commenting;
		this.register = register;
	}

	/**
	 * All comments that were handed in.
	 * @param cycle the cycle
	 * @return in the order of the draft
	 */
	List<Settled> of(CycleName cycle) {
		List<Comment> all = this.comments.of(cycle);
		if (all.isEmpty()) {
			return List.of();
		}
		Parts parts = this.commenting.parts(cycle);
		Map<Long, Line> decided = this.decisions.of(cycle);
		return all.stream().map((comment) -> {
			Optional<Line> line = Optional.ofNullable(decided.get(comment.id()));
			return new Settled(comment.version(), comment.about(), parts.title(comment.about()), comment.text(),
					this.register.nameOf(comment.madeBy()), comment.madeAt(),
					line.map(Line::decision).map(Decision::words).orElse("Not decided yet"),
					line.map(Line::reason).orElse(null));
		}).toList();
	}

	/**
	 * A comment and what became of it.
	 *
	 * @param version of the draft that was read
	 * @param part the id of a chapter or an initiative; {@code null}: the report in
	 * general
	 * @param about the same in words
	 * @param text as written
	 * @param by the name of who wrote it
	 * @param at when
	 * @param decision in words
	 * @param reason of the decision; {@code null} where none was given
	 */
	record Settled(int version, @Nullable String part, String about, String text, String by, Instant at,
			String decision, @Nullable String reason) {
	}

}
