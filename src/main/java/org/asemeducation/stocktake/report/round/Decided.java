package org.asemeducation.stocktake.report.round;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the secretariat makes of a comment, as last saved.
 *
 * @param version counts the saves; 0 when nothing was saved
 * @param decision {@code null} while none is made
 * @param reason may be empty
 * @param savedAt when; {@code null} at version 0
 * @param savedBy the user id; {@code null} at version 0
 */
record Decided(long version, @Nullable Outcome decision, String reason, @Nullable Instant savedAt,
		@Nullable String savedBy) {

	static final Decided NOT_YET = new Decided(0, null, "", null, null);

	/** Whether it can be sent. */
	boolean isComplete() {
		return this.decision != null && (!this.decision.needsReason() || !this.reason.isBlank());
	}

	/** In words, with the reason. */
	String words() {
		return (this.decision != null) ? this.decision.words() : "Not decided yet";
	}

}
