package org.asemeducation.stocktake.update;

/**
 * Those who were asked for an update say that the initiative is not theirs, and nobody
 * else coordinates it. Published in the transaction that says so.
 *
 * @param key which update
 */
public record UpdateGivenBack(UpdateKey key) {
}
