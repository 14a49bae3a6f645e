package org.asemeducation.stocktake.cycle.agenda;

/**
 * A coordinator has asked for time at a meeting.
 *
 * @param slot what they ask for
 */
public record SlotAsked(Slot slot) {

}
