package org.asemeducation.stocktake.plan;

/**
 * The secretariat has confirmed which action contributes to which subgoal.
 */
public record ContributionsConfirmed() {
}
