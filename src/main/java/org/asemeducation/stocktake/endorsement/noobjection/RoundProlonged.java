package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * An open round closes later than was said, in the transaction that hears of it.
 *
 * @param cycle in which cycle
 * @param number which round
 * @param times how often it was prolonged by now
 */
public record RoundProlonged(CycleName cycle, int number, int times) {
}
