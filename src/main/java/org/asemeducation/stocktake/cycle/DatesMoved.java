package org.asemeducation.stocktake.cycle;

/**
 * Dates of a cycle have moved. Published in the transaction that moves them; the tables
 * have the new ones.
 *
 * @param before the cycle as it stood
 */
public record DatesMoved(Cycle before) {
}
