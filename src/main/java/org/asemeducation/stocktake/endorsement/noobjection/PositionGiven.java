package org.asemeducation.stocktake.endorsement.noobjection;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * A member has answered, in the transaction that hears of it. An objection has stopped
 * the round by then.
 *
 * @param cycle in which cycle
 * @param number in which round
 * @param position what the member says
 */
public record PositionGiven(CycleName cycle, int number, Position position) {
}
