package org.asemeducation.stocktake.update;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That the AES enters an update for those who coordinate its initiative.
 *
 * @param onBehalf for whom, as labels
 * @param desk whether it has no source
 * @param words the mail that it came in
 * @param file the number of the file that it came as
 * @param begunAt since when it is being entered
 * @param begunBy the user id of who began
 * @param number the revision that came of it; {@code null} while it is being written
 * @param confirmedAt when those who coordinate it said that it is theirs
 * @param confirmedBy the user id of who said so
 */
public record Entry(String onBehalf, boolean desk, @Nullable String words, @Nullable Long file, Instant begunAt,
		String begunBy, @Nullable Integer number, @Nullable Instant confirmedAt, @Nullable String confirmedBy) {

	/** Whether it has, or needs not have, where it came from. */
	boolean hasItsSource() {
		return this.desk || this.words != null || this.file != null;
	}

}
