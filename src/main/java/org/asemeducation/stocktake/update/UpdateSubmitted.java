package org.asemeducation.stocktake.update;

/**
 * An update has been submitted. Published in the transaction that submits it.
 *
 * @param key which update
 */
public record UpdateSubmitted(UpdateKey key) {
}
