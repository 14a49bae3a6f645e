package org.asemeducation.stocktake.cycle;

/**
 * Something was said about a meeting that is to come: when, where or whether it is held.
 *
 * @param cycle its cycle
 * @param kind which meeting
 */
public record MeetingChanged(CycleName cycle, MeetingKind kind) {

}
