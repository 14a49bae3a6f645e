package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * A round closes later than was said. Published in the transaction that prolongs it.
 *
 * @param cycle the cycle
 * @param round its number, from 1
 * @param times how often it was prolonged by now
 */
public record RoundProlonged(CycleName cycle, int round, int times) {
}
