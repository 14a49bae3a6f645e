package org.asemeducation.stocktake.update.thread;

import java.time.Instant;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * What somebody wrote about an update.
 *
 * @param key which update
 * @param text their words
 * @param secretariat whether they wrote it as the AES
 * @param writtenAt when
 * @param writtenBy the user id
 */
record Message(UpdateKey key, String text, boolean secretariat, Instant writtenAt, String writtenBy) {
}
