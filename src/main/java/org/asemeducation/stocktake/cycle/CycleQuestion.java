package org.asemeducation.stocktake.cycle;

/**
 * An extra question of a cycle to all coordinators.
 *
 * @param position from 1
 * @param text as asked
 */
public record CycleQuestion(int position, String text) {
}
