package org.asemeducation.stocktake.endorsement;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * Ministers have adopted a work plan; its lines are kept.
 *
 * @param cycle whose it is
 */
public record WorkPlanAdopted(CycleName cycle) {
}
