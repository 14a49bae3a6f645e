/**
 * Draws numbers: what a chart shows is laid out once, as few simple shapes, and painted
 * by each format in its own way.
 */
@NullMarked
package org.asemeducation.stocktake.report.chart;

import org.jspecify.annotations.NullMarked;
