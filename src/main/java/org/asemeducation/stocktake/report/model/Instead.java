package org.asemeducation.stocktake.report.model;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A text that the secretariat has chosen to print where no update was accepted. It is no
 * answer and is counted as none.
 *
 * @param kind {@link #CARRIED_FORWARD} or {@link #DESK_UPDATE}
 * @param text plain text, paragraphs by blank lines
 * @param year in which a text that is carried forward was accepted, or adopted on paper;
 * absent for a desk update, as are the following
 * @param cycle the earlier cycle that it is of
 * @param revision its number within the initiative in that cycle; absent, as are the
 * following, where that cycle was run on paper
 * @param acceptedBy the body that accepted it then, never a person
 */
public record Instead(String kind, String text, @Nullable Integer year, @Nullable String cycle,
		@Nullable Integer revision, @Nullable Instant acceptedAt, @Nullable String acceptedBy) {

	/** The last accepted text of an earlier cycle. */
	public static final String CARRIED_FORWARD = "carried-forward";

	/** What the secretariat knows, without those who coordinate the initiative. */
	public static final String DESK_UPDATE = "desk-update";

	public Instead {
		if (kind.equals(CARRIED_FORWARD)) {
			Objects.requireNonNull(year, "A text that is carried forward says of which year it is.");
			Objects.requireNonNull(cycle, "A text that is carried forward says of which cycle it is.");
			if (revision != null) {
				Objects.requireNonNull(acceptedBy, "A revision that is carried forward says who accepted it.");
			}
		}
	}

	/**
	 * A text of a cycle that was run on paper.
	 * @param text as its report had it
	 * @param year of that report
	 * @param cycle its name
	 * @return the text to carry forward
	 */
	public static Instead fromPaper(String text, int year, String cycle) {
		return new Instead(CARRIED_FORWARD, text, year, cycle, null, null, null);
	}

}
