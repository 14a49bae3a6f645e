package org.asemeducation.stocktake.access;

/**
 * A party's number in the register.
 *
 * @param value given by the database
 */
public record PartyId(long value) {
}
