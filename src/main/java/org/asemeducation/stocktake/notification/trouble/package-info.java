/**
 * What does not work by itself: mails that were not delivered, steps that failed, a run
 * of the reminders that is late. Read here, changed nowhere.
 */
@NullMarked
package org.asemeducation.stocktake.notification.trouble;

import org.jspecify.annotations.NullMarked;
