package org.asemeducation.stocktake.notification;

import java.time.Instant;

/**
 * That a queued mail, or somebody's digests, are not sent until they are released.
 *
 * @param reason why
 * @param at since when
 * @param by the user who said so
 */
record HeldBack(String reason, Instant at, String by) {
}
