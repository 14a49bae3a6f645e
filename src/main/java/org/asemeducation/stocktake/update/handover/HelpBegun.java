package org.asemeducation.stocktake.update.handover;

import java.time.LocalDate;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * Somebody was asked to help with an update. Published in the transaction that lets them.
 *
 * @param key which update
 * @param helper who helps
 * @param party for whom, as a label
 * @param maySubmit whether they may submit, too
 * @param until the last day, in the cycle's zone
 * @param by the user id of who asked them
 */
public record HelpBegun(UpdateKey key, ContactId helper, String party, boolean maySubmit, LocalDate until, String by) {
}
