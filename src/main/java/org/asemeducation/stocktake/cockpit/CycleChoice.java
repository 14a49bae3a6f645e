package org.asemeducation.stocktake.cockpit;

/**
 * A cycle that can be chosen.
 */
record CycleChoice(String name, String title) {
}
