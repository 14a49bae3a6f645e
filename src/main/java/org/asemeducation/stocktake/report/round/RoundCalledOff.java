package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * A round is called off: nothing more is expected of anybody. Published in the
 * transaction that ends it.
 *
 * @param cycle the cycle
 * @param round its number, from 1
 */
public record RoundCalledOff(CycleName cycle, int round) {
}
