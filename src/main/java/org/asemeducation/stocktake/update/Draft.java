package org.asemeducation.stocktake.update;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is being written, as last saved.
 *
 * @param version counts the saves from 1
 * @param content the form's fields
 * @param savedAt when
 * @param savedBy the user id
 */
public record Draft(long version, ObjectNode content, Instant savedAt, String savedBy) {
}
