package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;

/**
 * One thing a person does in the rehearsal.
 *
 * @param at when
 * @param act what
 */
record Happening(Instant at, Runnable act) {
}
