package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;

import org.asemeducation.stocktake.update.UpdateKey;

/**
 * An update was given more time. Published in the transaction that grants it; the tables
 * have the new day.
 *
 * @param key which update
 * @param before until when it was asked for
 */
public record UpdateExtended(UpdateKey key, LocalDate before) {
}
