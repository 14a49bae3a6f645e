package org.asemeducation.stocktake.access;

/**
 * What a party does for an initiative.
 *
 * @param party who
 * @param role {@code coordinator}, {@code support} or {@code host}
 * @param position the order in which the plan names them, from 1
 */
public record Coordination(PartyId party, String role, int position) {
}
