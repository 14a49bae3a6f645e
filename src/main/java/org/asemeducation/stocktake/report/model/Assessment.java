package org.asemeducation.stocktake.report.model;

/**
 * What the secretariat makes of the contributions to a subgoal.
 *
 * @param subgoal its number
 * @param rating {@code strongly}, {@code partly}, {@code little} or
 * {@code nothing-reported}
 * @param reasons plain text, paragraphs by blank lines; empty where nothing was reported
 */
public record Assessment(String subgoal, String rating, String reasons) {
}
