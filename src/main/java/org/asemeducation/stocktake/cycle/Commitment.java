package org.asemeducation.stocktake.cycle;

/**
 * What was said last time and is answered this time.
 *
 * @param position from 1
 * @param text as adopted, or as the plan's row says
 * @param source {@code adopted} in a work plan, or {@code plan}
 */
public record Commitment(int position, String text, String source) {
}
