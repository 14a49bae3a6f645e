package org.asemeducation.stocktake.report;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.report.InitiativeRows.Revision;
import org.asemeducation.stocktake.report.model.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Turns an accepted answer that was given in place of an update into what the report
 * prints of it: one line, with the coordinators' sentence.
 */
final class AcceptedAnswer {

	private static final Map<String, String> WORDS = Map.of("nothing-to-report", "Nothing to report", "concluded",
			"Concluded", "merged", "Merged into another initiative");

	private AcceptedAnswer() {
	}

	/** The answer; nothing when the revision is an update. */
	static Optional<Answer> read(Revision revision, boolean late) {
		Content content = new Content(AcceptedUpdate.tree(revision));
		return Optional.ofNullable(content.text("answer"))
			.map((kind) -> new Answer(kind, content.text("into"), content.text("because"), revision.number(),
					revision.submittedAt(), Objects.requireNonNull(revision.givenAt()), Standings.body(revision),
					late ? true : null, revision.entered()));
	}

	/**
	 * Such as {@code Merged into A02-I01 Connect classrooms: The two were one.}
	 * @param titles of all initiatives, by id
	 */
	static String line(Answer answer, Map<String, String> titles) {
		String into = answer.into();
		String what = (into != null) ? "Merged into " + (into + " " + titles.getOrDefault(into, "")).strip()
				: WORDS.getOrDefault(answer.kind(), answer.kind());
		return what + said(answer.because());
	}

	private static String said(@Nullable String because) {
		return (because != null) ? ": " + because : ".";
	}

}
