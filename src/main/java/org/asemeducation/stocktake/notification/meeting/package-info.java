/**
 * Telling the roster of a meeting: the announcement that the secretariat sends, and a
 * mail to whoever was told when the meeting moves or is off.
 */
@NullMarked
package org.asemeducation.stocktake.notification.meeting;

import org.jspecify.annotations.NullMarked;
