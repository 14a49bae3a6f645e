package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * A round has opened, in the transaction that hears of it.
 *
 * @param cycle in which cycle
 * @param number which round
 */
public record RoundOpened(CycleName cycle, int number) {
}
