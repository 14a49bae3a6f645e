package org.asemeducation.stocktake.review.wording;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * The secretariat proposes other words. Published in the transaction that saves them.
 *
 * @param key which update
 * @param wording its number
 */
public record WordingProposed(UpdateKey key, long wording) {
}
