package org.asemeducation.stocktake.cockpit;

/**
 * A cycle that can be chosen.
 *
 * @param kind {@code report}, {@code completion}, or {@code paper} for one that was
 * brought in from paper and has a calendar alone
 */
record CycleChoice(String name, String title, String kind) {
}
