package org.asemeducation.stocktake.update.handover;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * The AES does not confirm a hand-over. Published in the transaction that refuses it.
 *
 * @param key at which update
 * @param askedBy the user id of who wanted to hand over
 * @param successor who was to take over
 * @param reason why not
 */
public record HandOverRefused(UpdateKey key, String askedBy, String successor, String reason) {
}
