/**
 * Single changes of the plan: what each may do, what it would mean, and when it comes
 * into force.
 */
@NullMarked
package org.asemeducation.stocktake.plan.change;

import org.jspecify.annotations.NullMarked;
