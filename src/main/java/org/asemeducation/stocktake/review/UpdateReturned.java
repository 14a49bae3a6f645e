package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * A reviewer has returned an update with remarks. Published in the transaction that saves
 * the verdict.
 *
 * @param cycle the cycle
 * @param initiative the initiative
 * @param revision the number of the revision that came back, from 1
 */
public record UpdateReturned(CycleName cycle, InitiativeId initiative, int revision) {
}
