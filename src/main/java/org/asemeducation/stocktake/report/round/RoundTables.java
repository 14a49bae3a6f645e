package org.asemeducation.stocktake.report.round;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.Edit;
import org.asemeducation.stocktake.report.Edits;
import org.asemeducation.stocktake.report.round.RoundAccess.Reader;

import org.springframework.stereotype.Component;

/**
 * Puts together what was said in a round as a table. Decisions stand in it for the
 * secretariat, and for the reviewing body once the answers are sent.
 */
@Component
class RoundTables {

	private final RoundComments comments;

	private final Decisions decisions;

	private final Edits edits;

	private final Register register;

	RoundTables(RoundComments comments, Decisions decisions, Edits edits, Register register) {
		this.comments = comments;
		this.decisions = decisions;
		this.edits = edits;
		this.register = register;
	}

	RoundTable of(Reader reader) {
		Round round = reader.round();
		boolean told = reader.person().isSecretariat() || round.answeredAt() != null;
		Map<Long, Decided> decided = told ? this.decisions.of(round.cycle()) : Map.of();
		Set<Long> printed = this.edits.all(round.cycle())
			.stream()
			.filter((edit) -> told && edit.undoneAt() == null)
			.map(Edit::comment)
			.collect(Collectors.toSet());
		return new RoundTable("Round %d".formatted(round.number()),
				this.comments.of(round)
					.stream()
					.map((comment) -> row(comment, decided.getOrDefault(comment.id(), Decided.NOT_YET),
							printed.contains(comment.id())))
					.toList());
	}

	private RoundTable.Row row(RoundComment comment, Decided decided, boolean printed) {
		return new RoundTable.Row(
				List.of(comment.called(), Integer.toString(comment.paragraph()), comment.said(), comment.text(),
						Objects.requireNonNullElse(comment.wording(), ""), this.register.nameOf(comment.madeBy()),
						comment.madeAt().toString(), decided.words(), decided.reason(), printed ? "yes" : ""));
	}

}
