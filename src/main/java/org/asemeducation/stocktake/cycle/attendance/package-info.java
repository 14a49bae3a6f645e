/**
 * Who takes part in a meeting: a list that is typed or comes as a spreadsheet, and the
 * counts that follow from it.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.attendance;

import org.jspecify.annotations.NullMarked;
