package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.jspecify.annotations.Nullable;

/**
 * One initiative in a mail.
 *
 * @param kind of the line, such as {@code request}, or {@link #OWED}
 * @param informing whether nothing is asked
 * @param id the plan's name of the initiative
 * @param title its title
 * @param action such as {@code Action 1: Further develop …}
 * @param link where its update is
 * @param coordinators as the plan prints them
 * @param hosting whether the addressee's party is its host, rather than a supporter
 * @param staffed whether anybody coordinates it
 * @param returned whether its last revision came back
 * @param draft whether a text is saved that is not submitted
 * @param due the day it is asked for
 * @param movedFrom the day that it was asked for before, where the mail says that it has
 * moved; else {@code null}
 * @param heldUntil the day until which the secretariat lets it come though the gathering
 * ends sooner; else {@code null}
 * @param remarks what the reviewers or the secretariat said, where the mail is about that
 * @param submitting who submits it; {@code null} where a single party coordinates it
 * @param placeholders lines of a draft plan that wait for words; none where an update is
 * asked for
 * @param noted how many notes wait for a first version that is asked for
 */
record Item(String kind, boolean informing, String id, String title, String action, String link, String coordinators,
		boolean hosting, boolean staffed, boolean returned, boolean draft, LocalDate due, @Nullable LocalDate movedFrom,
		@Nullable LocalDate heldUntil, List<Remark> remarks, @Nullable Submitting submitting,
		List<AskedPlaceholder> placeholders, int noted) {

	/** What no line of the mail speaks of, and is owed all the same. */
	static final String OWED = "owed";

	Item {
		title = OneLine.of(title);
		action = OneLine.of(action);
		coordinators = OneLine.of(coordinators);
	}

	/**
	 * Whether a first version is saved and not submitted: a returned text is one that
	 * was.
	 */
	boolean isDraft() {
		return this.draft && !this.returned;
	}

	boolean isOf(String kind) {
		return this.kind.equals(kind);
	}

	/**
	 * Where its day stands, in one sentence.
	 * @param days as the reader lives them
	 */
	public String standing(ReaderDays days) {
		String what = this.returned ? "It came back with remarks; the new version " : "It ";
		String when = switch (days.standing(this.due)) {
			case AHEAD -> "is due on %s.";
			case LAST -> "is due today, %s.";
			case OVER -> "was due on %s, " + DateWords.days(days.ago(this.due)) + " ago.";
		};
		String draft = isDraft() ? " Your draft is saved but not submitted." : "";
		String moved = (this.movedFrom != null)
				? " This date has moved: it was %s before.".formatted(days.at(this.movedFrom)) : "";
		String held = (this.heldUntil != null)
				? " The secretariat lets it come until %s, after the gathering.".formatted(days.at(this.heldUntil))
				: "";
		return what + when.formatted(due(days)) + moved + held + draft;
	}

	private String due(ReaderDays days) {
		return (days.standing(this.due) == ReaderDays.Standing.LAST) ? days.by(this.due) : days.at(this.due);
	}

	/**
	 * Who submits it, where several parties coordinate it.
	 * @param days as the reader lives them
	 * @return a sentence, or nothing
	 */
	String submits(ReaderDays days) {
		return (this.submitting != null) ? this.submitting.words(days) : "";
	}

	/** What the report, or the plan, prints when nothing more comes. */
	public String otherwise() {
		if (!this.placeholders.isEmpty()) {
			return "as the placeholder that it is";
		}
		if (this.returned) {
			return "returned for revision, not received again";
		}
		return this.draft ? "draft not submitted" : "no update received";
	}

}
