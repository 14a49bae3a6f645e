/**
 * Cycles that were run before Stocktake was used: their meetings as held, the work plan
 * that was adopted and the last texts, brought in so that the next cycle begins from
 * them.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.paper;

import org.jspecify.annotations.NullMarked;
