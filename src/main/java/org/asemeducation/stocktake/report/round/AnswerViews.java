package org.asemeducation.stocktake.report.round;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Edit;
import org.asemeducation.stocktake.report.Edits;
import org.asemeducation.stocktake.report.Rewording;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.update.compare.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The comments of a round as the secretariat answers them.
 */
@Component
class AnswerViews {

	private final RoundComments comments;

	private final Decisions decisions;

	private final Edits edits;

	private final Rewording rewording;

	private final Register register;

	AnswerViews(RoundComments comments, Decisions decisions, Edits edits, Rewording rewording, Register register) {
		this.comments = comments;
		this.decisions = decisions;
		this.edits = edits;
		this.rewording = rewording;
		this.register = register;
	}

	ToAnswer of(Round round) {
		CycleName cycle = round.cycle();
		Passages today = this.rewording.today(cycle);
		Map<Long, Decided> decided = this.decisions.of(cycle);
		Set<Long> printed = this.edits.all(cycle)
			.stream()
			.filter((edit) -> edit.undoneAt() == null)
			.map(Edit::comment)
			.collect(Collectors.toSet());
		return new ToAnswer(round.number(), round.version(), round.readAt() != null && round.answeredAt() == null,
				this.comments.of(round)
					.stream()
					.map((comment) -> line(comment, today, decided.getOrDefault(comment.id(), Decided.NOT_YET),
							printed.contains(comment.id())))
					.toList());
	}

	private Line line(RoundComment comment, Passages today, Decided decided, boolean printed) {
		return new Line(comment.id(), comment.place(), comment.paragraph(), comment.called(), comment.said(),
				RoundViews.now(comment, today),
				today.all().stream().anyMatch((it) -> it.place().equals(comment.place())), comment.text(),
				comment.wording(), RoundViews.parts(comment.said(), comment.wording()),
				this.register.nameOf(comment.madeBy()), comment.madeAt(), saved(decided), printed);
	}

	Saved saved(Decided decided) {
		String by = decided.savedBy();
		return new Saved(decided.version(), new Content(decided.decision(), decided.reason()), decided.savedAt(),
				(by != null) ? this.register.nameOf(by) : null);
	}

	/**
	 * A round's comments.
	 *
	 * @param version of the draft that was read
	 * @param open whether they can be answered now
	 */
	record ToAnswer(int number, int version, boolean open, List<Line> comments) {
	}

	/**
	 * A comment.
	 *
	 * @param now which paragraph says it today; {@code null} where none does
	 * @param there whether its section is in the report today
	 * @param parts the suggested words beside the paragraph's; {@code null} for none
	 * @param draft what the secretariat makes of it
	 * @param printed whether the suggested words lie over the accepted text
	 */
	record Line(long id, String place, int paragraph, String called, String said, @Nullable Integer now, boolean there,
			String text, @Nullable String wording, @Nullable List<Part> parts, String by, Instant at, Saved draft,
			boolean printed) {
	}

	record Saved(long version, Content content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	/**
	 * What is decided.
	 */
	record Content(@Nullable Outcome decision, @Nullable String reason) {

		static final Content EMPTY = new Content(null, "");

	}

}
