package org.asemeducation.stocktake.plan;

/**
 * That an action contributes to a subgoal.
 *
 * @param action the action's number
 * @param subgoal the subgoal's number
 * @param confirmed whether the secretariat has said so; otherwise it is a proposal, which
 * reports leave out
 */
public record Contribution(int action, String subgoal, boolean confirmed) {
}
