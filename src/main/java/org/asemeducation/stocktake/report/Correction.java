package org.asemeducation.stocktake.report;

import java.time.Instant;

/**
 * What was put right in a published report.
 *
 * @param number counted from 1 within the cycle
 * @param version the sealed version that has it
 * @param note what was wrong, for readers
 * @param at when it was made public
 * @param by the user id
 */
public record Correction(int number, int version, String note, Instant at, String by) {
}
