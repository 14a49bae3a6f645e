package org.asemeducation.stocktake.plan.change;

import org.asemeducation.stocktake.plan.InitiativeId;

/**
 * Somebody else coordinates an initiative from now on.
 *
 * @param initiative the id
 */
public record CoordinatorsChanged(InitiativeId initiative) {
}
