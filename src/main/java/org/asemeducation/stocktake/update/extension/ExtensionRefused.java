package org.asemeducation.stocktake.update.extension;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * More time was asked for in vain. Published in the transaction that refuses it.
 *
 * @param key which update
 * @param extension the id of what was asked for
 * @param askedBy the user id of who asked
 */
public record ExtensionRefused(UpdateKey key, long extension, String askedBy) {
}
