/**
 * Writes reports and annexes as tables for a spreadsheet: nothing in them is taken for a
 * formula.
 */
@NullMarked
package org.asemeducation.stocktake.report.table;

import org.jspecify.annotations.NullMarked;
