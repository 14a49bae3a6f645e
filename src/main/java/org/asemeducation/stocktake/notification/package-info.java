/**
 * Mails: who is told what, when, once. Owns the ledger of claims and mails; what a mail
 * says is in {@code letter}, how it leaves in {@code transport}. Reads all stages, is
 * read by none: stages publish events, models name the delegates.
 */
@NullMarked
package org.asemeducation.stocktake.notification;

import org.jspecify.annotations.NullMarked;
