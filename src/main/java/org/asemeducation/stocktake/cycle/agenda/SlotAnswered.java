package org.asemeducation.stocktake.cycle.agenda;

/**
 * The AES has answered somebody who asked for time at a meeting.
 *
 * @param slot with the answer
 */
public record SlotAnswered(Slot slot) {

}
