package org.asemeducation.stocktake.plan.change;

import java.util.List;

import org.asemeducation.stocktake.plan.PlanRow;

/**
 * What a change makes of the plan.
 *
 * @param rows all that it makes different
 * @param means what it does, in a sentence
 */
record Outcome(List<PlanRow> rows, String means) {
}
