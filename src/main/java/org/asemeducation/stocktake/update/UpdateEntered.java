package org.asemeducation.stocktake.update;

/**
 * The AES has submitted an update for those who coordinate it. Published in the
 * transaction that submits it.
 *
 * @param key which update
 * @param number the revision's
 * @param onBehalf for whom, as labels
 * @param desk whether it has no source
 */
public record UpdateEntered(UpdateKey key, int number, String onBehalf, boolean desk) {
}
