/**
 * The reporting cycle: its calendar, its meetings and the copy of the plan it asks for.
 * Hands on the cycle and its initiatives.
 */
@NullMarked
package org.asemeducation.stocktake.cycle;

import org.jspecify.annotations.NullMarked;
