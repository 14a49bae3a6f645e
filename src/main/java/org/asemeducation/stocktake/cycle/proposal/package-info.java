/**
 * Proposals to the plan and to the register, from those who coordinate and from outside:
 * checked by the secretariat, advised on by the reviewing body, decided by a meeting, and
 * then in force by the same means as any other change.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.proposal;

import org.jspecify.annotations.NullMarked;
