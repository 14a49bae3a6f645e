package org.asemeducation.stocktake.update.note;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A line that somebody noted about an initiative.
 *
 * @param id unique over all
 * @param initiative the initiative's id
 * @param words what it says
 * @param version counts from 1, one more with each correction
 * @param writtenAt when it was noted
 * @param writtenBy the user id of who noted it
 * @param correctedAt when it was corrected last; {@code null} when it never was
 * @param correctedBy the user id of who corrected it last
 * @param takenBackAt since when it is taken back; {@code null} when it is not
 * @param takenBackBy the user id of who took it back
 */
record Note(long id, String initiative, NoteWords words, int version, Instant writtenAt, String writtenBy,
		@Nullable Instant correctedAt, @Nullable String correctedBy, @Nullable Instant takenBackAt,
		@Nullable String takenBackBy) {

	boolean isTakenBack() {
		return this.takenBackAt != null;
	}

}
