/**
 * Everything that Stocktake keeps, as pages that can be read without it: from the plan to
 * the last mail, with the files beside them. What is told where, and what is left out and
 * why, stands in {@code archive/told.csv} and {@code archive/left-out.csv}.
 */
@NullMarked
package org.asemeducation.stocktake.backup.archive;

import org.jspecify.annotations.NullMarked;
