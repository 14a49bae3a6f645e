/**
 * The Action Plan on paper: as a workbook that can be brought back, and as the
 * five-column table that ministers adopted.
 */
@NullMarked
package org.asemeducation.stocktake.report.plan;

import org.jspecify.annotations.NullMarked;
