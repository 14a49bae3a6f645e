package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * An open round is called off, in the transaction that hears of it.
 *
 * @param cycle in which cycle
 * @param number which round
 */
public record RoundCalledOff(CycleName cycle, int number) {
}
