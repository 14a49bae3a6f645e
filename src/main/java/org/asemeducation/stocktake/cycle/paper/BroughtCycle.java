package org.asemeducation.stocktake.cycle.paper;

import java.time.Instant;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * That a cycle was brought in from paper.
 *
 * @param name its name
 * @param title its title
 * @param file the workbook, as its owner calls it
 * @param at when, the last time
 * @param by the user id
 */
public record BroughtCycle(CycleName name, String title, String file, Instant at, String by) {
}
