package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.Map;

/**
 * The plan in force without its initiatives.
 *
 * @param objectives in their order, with their subgoals
 * @param actions titles by number, in their order
 */
public record PlanOutline(List<Objective> objectives, Map<Integer, String> actions) {
}
