package org.asemeducation.stocktake.cycle.minutes;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

/**
 * The minutes of a meeting were put to its members.
 *
 * @param cycle the cycle
 * @param kind the meeting
 * @param number which version
 */
public record MinutesSent(CycleName cycle, MeetingKind kind, int number) {

}
