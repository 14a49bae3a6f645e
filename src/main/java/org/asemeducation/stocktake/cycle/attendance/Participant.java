package org.asemeducation.stocktake.cycle.attendance;

/**
 * Somebody who takes part in a meeting.
 *
 * @param party how it is called; empty for a guest
 * @param as {@code partner}, {@code stakeholder}, {@code other} or {@code guest}
 * @param name the person
 * @param function may be empty
 */
public record Participant(String party, String as, String name, String function) {

}
