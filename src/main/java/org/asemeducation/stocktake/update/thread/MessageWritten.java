package org.asemeducation.stocktake.update.thread;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * Somebody wrote something about an update. Published in the transaction that keeps it.
 *
 * @param key which update
 * @param text their words
 * @param secretariat whether they wrote it as the AES
 * @param by the user id
 */
public record MessageWritten(UpdateKey key, String text, boolean secretariat, String by) {
}
