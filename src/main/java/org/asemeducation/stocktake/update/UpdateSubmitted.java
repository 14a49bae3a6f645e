package org.asemeducation.stocktake.update;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An update has been submitted. Published in the transaction that submits it.
 *
 * @param key which update
 * @param content what the form says
 */
public record UpdateSubmitted(UpdateKey key, ObjectNode content) {
}
