package org.asemeducation.stocktake.access;

/**
 * The register's number of a party.
 *
 * @param value positive, never reused
 */
public record PartyId(long value) {

}
