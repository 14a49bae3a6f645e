/**
 * How a cycle goes: its days, what matters most, how answers come in, who stands where.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.outlook;

import org.jspecify.annotations.NullMarked;
