/**
 * What a meeting decided, and its minutes: drafted, corrected on remarks, adopted by a
 * later meeting.
 */
@NullMarked
package org.asemeducation.stocktake.cycle.minutes;

import org.jspecify.annotations.NullMarked;
