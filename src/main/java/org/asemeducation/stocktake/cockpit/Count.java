package org.asemeducation.stocktake.cockpit;

/**
 * How many initiatives stand somewhere.
 *
 * @param state see {@link Standing#word()}
 * @param initiatives how many
 * @param overdue how many of them are overdue
 */
record Count(String state, long initiatives, long overdue) {
}
