/**
 * A meeting that a party of the register hosts: what it says of date, theme, programme
 * and participants, one step each, itself or through the secretariat.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.hosting;

import org.jspecify.annotations.NullMarked;
