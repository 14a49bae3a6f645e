/**
 * The state of play of a cycle for a meeting, as files: how answers come in, who stands
 * where, what is late.
 */
@NullMarked
package org.asemeducation.stocktake.cockpit.play;

import org.jspecify.annotations.NullMarked;
