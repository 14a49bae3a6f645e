package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * The secretariat has answered all comments of a round. Published in the transaction that
 * ends it.
 *
 * @param cycle the cycle
 * @param round its number, from 1
 */
public record CommentsAnswered(CycleName cycle, int round) {
}
