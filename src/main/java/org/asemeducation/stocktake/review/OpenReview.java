package org.asemeducation.stocktake.review;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

/**
 * An update that waits for its review.
 *
 * @param key which update
 * @param title of the initiative
 * @param coordinators as printed
 * @param revision its number
 * @param submittedAt when it came
 * @param reviewer the name of who has it; {@code null} when nobody in particular
 * @param remarkable why somebody should read it before it is accepted
 * @param ownParty whether it is an initiative of the reader's own party
 * @param reviewable whether anybody of the reviewing body may review it
 */
record OpenReview(UpdateKey key, String title, String coordinators, int revision, Instant submittedAt,
		@Nullable String reviewer, List<String> remarkable, boolean ownParty, boolean reviewable) {

	/**
	 * The update and what was read of it, as one value of the page's form.
	 * @return such as {@code A01-I01:2}
	 */
	public String choice() {
		return "%s:%d".formatted(this.key.initiative(), this.revision);
	}

}
