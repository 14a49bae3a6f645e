package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.Instant;

/**
 * That an open round closes later than was said.
 *
 * @param had its closing hour until then
 * @param closes its closing hour since
 * @param reason why
 * @param at when it was prolonged
 * @param by the user id
 */
public record Prolongation(Instant had, Instant closes, String reason, Instant at, String by) {
}
