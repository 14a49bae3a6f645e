/**
 * Plays a whole cycle on a simulated clock, with the same code. Reads all, is read by
 * none.
 */
@NullMarked
package org.asemeducation.stocktake.rehearsal;

import org.jspecify.annotations.NullMarked;
