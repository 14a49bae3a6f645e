package org.asemeducation.stocktake.report.comment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What everybody has written about a draft and nobody has handed in, as it is at one
 * moment.
 *
 * @param drafts one for each person who has saved something
 */
record CommentRound(List<FormDraft<CommentForm>> drafts) {

	CommentRound {
		drafts = List.copyOf(drafts);
	}

	/**
	 * Tells one state of the round from every other: nothing is ever taken out of it, so
	 * that each save, whoever makes it, counts one up.
	 * @return how often anybody has saved; 0 when nobody has written
	 */
	long version() {
		return this.drafts.stream().mapToLong(FormDraft::version).sum();
	}

	/**
	 * What one person has written.
	 * @param person the user id
	 * @return as last saved
	 */
	FormDraft<CommentForm> by(String person) {
		return this.drafts.stream()
			.filter((draft) -> person.equals(draft.savedBy()))
			.findFirst()
			.orElseGet(() -> new FormDraft<>(0, CommentForm.EMPTY, null, null));
	}

	/**
	 * Everybody's comments that say something.
	 * @param parts of the draft they are about
	 * @return in the order of the draft
	 */
	List<Said> said(Parts parts) {
		return this.drafts.stream()
			.flatMap((draft) -> draft.content()
				.said()
				.stream()
				.map((line) -> new Said(line, Objects.requireNonNull(draft.savedBy()),
						Objects.requireNonNull(draft.savedAt()))))
			.sorted(Comparator.comparingInt((said) -> parts.place(said.line().about())))
			.toList();
	}

}
