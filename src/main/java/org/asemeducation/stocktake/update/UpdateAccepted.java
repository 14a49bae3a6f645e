package org.asemeducation.stocktake.update;

/**
 * The latest revision of an update has been accepted, and nothing more is expected.
 * Published in the transaction that settles it.
 *
 * @param key which update
 */
public record UpdateAccepted(UpdateKey key) {
}
