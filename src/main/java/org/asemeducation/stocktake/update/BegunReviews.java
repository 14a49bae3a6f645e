package org.asemeducation.stocktake.update;

import org.jspecify.annotations.Nullable;

/**
 * Whether a reviewer has taken an update up. The review stage, which is later, supplies
 * it.
 */
public interface BegunReviews {

	/**
	 * Whether the review has begun.
	 * @param key which update
	 * @param assignee the user id of who has the task; {@code null} when it is anybody's
	 * @return false while the task is anybody's, or was dealt to somebody who has not
	 * opened it yet
	 */
	boolean begun(UpdateKey key, @Nullable String assignee);

}
