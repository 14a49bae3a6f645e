package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * The gathering of a cycle has ended. Published in the transaction that settles the first
 * of what was left, and perhaps again.
 *
 * @param cycle the cycle
 */
public record GatheringEnded(CycleName cycle) {
}
