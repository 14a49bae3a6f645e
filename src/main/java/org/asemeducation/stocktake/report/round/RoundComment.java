package org.asemeducation.stocktake.report.round;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it stood when its round closed.
 *
 * @param id unique over all rounds
 * @param place the section's id
 * @param paragraph which of it; 0 for the section as a whole
 * @param called the same in words
 * @param said the paragraph as its reader saw it
 * @param text what is said about it; may be empty beside other words
 * @param wording other words for it; {@code null} for none
 * @param madeBy the user id
 */
record RoundComment(long id, int round, String place, int paragraph, String called, String said, String text,
		@Nullable String wording, Instant madeAt, String madeBy) {
}
