package org.asemeducation.stocktake.review;

import java.time.Instant;

/**
 * A remark that no return has taken along yet.
 *
 * @param revision the number of the revision that it is on
 * @param field the form's field name
 * @param text as written
 * @param by the user id of the reviewer
 * @param at when it was written
 */
record NotedRemark(int revision, String field, String text, String by, Instant at) {

	boolean isOf(String userId) {
		return this.by.equals(userId);
	}

}
