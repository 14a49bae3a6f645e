package org.asemeducation.stocktake.cycle.hosting;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

/**
 * A step of a meeting waits for its host.
 *
 * @param cycle the cycle
 * @param kind the meeting
 * @param step the task definition key
 * @param party who hosts it
 */
public record HostAsked(CycleName cycle, MeetingKind kind, String step, PartyId party) {

}
