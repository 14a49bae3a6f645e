package org.asemeducation.stocktake.update.extension;

import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

/**
 * More time for one update, as asked for and answered.
 *
 * @param id unique over all
 * @param key which update
 * @param askedFor until when its coordinators want it; {@code null} when the AES granted
 * it without being asked
 * @param askedAt when they asked
 * @param askedBy the user id of who asked
 * @param reason why they asked
 * @param outcome {@code granted}, {@code refused} or {@code not-needed}; {@code null}
 * while it waits for an answer
 * @param answer what the AES said
 * @param until the new day, in the cycle's zone; {@code null} unless granted
 * @param pastFreeze whether the AES said that it counts after the freeze too
 */
record Extension(long id, UpdateKey key, @Nullable LocalDate askedFor, @Nullable Instant askedAt,
		@Nullable String askedBy, @Nullable String reason, @Nullable String outcome, @Nullable String answer,
		@Nullable LocalDate until, boolean pastFreeze) {

	static final String GRANTED = "granted";

	static final String REFUSED = "refused";

	static final String NOT_NEEDED = "not-needed";

	boolean isOpen() {
		return this.outcome == null;
	}

	boolean isGranted() {
		return GRANTED.equals(this.outcome);
	}

}
