package org.asemeducation.stocktake.update.contribution;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;

/**
 * The AES has asked for a change of a contribution. Published in the transaction that
 * saves so.
 *
 * @param cycle in which cycle
 * @param party whose contribution
 */
public record ContributionReturned(CycleName cycle, PartyId party) {
}
