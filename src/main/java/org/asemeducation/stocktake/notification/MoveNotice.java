package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That somebody's own day has moved.
 *
 * @param claim what is to be told to whom; its deadline is the new day
 * @param from the day they had
 * @param leavesAt when the mail may leave
 * @param withReminder whether it waits for a reminder due later that day where they are
 */
record MoveNotice(Claim claim, LocalDate from, Instant leavesAt, boolean withReminder) {
}
