package org.asemeducation.stocktake.update;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was submitted; never changed afterwards.
 *
 * @param id unique over all updates
 * @param key which update
 * @param number counts the submissions of this update from 1
 * @param content the form's fields
 * @param submittedAt when
 * @param submittedBy the user id
 * @param late whether it came after the day that it was asked for
 */
public record Revision(long id, UpdateKey key, int number, ObjectNode content, Instant submittedAt, String submittedBy,
		boolean late) {
}
