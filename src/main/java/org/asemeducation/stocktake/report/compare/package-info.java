/**
 * Two versions of a report, or the reports of two cycles, compared word by word. Owns
 * which part is compared with which; hands on what both say and what only one of them
 * says.
 */
@NullMarked
package org.asemeducation.stocktake.report.compare;

import org.jspecify.annotations.NullMarked;
