package org.asemeducation.stocktake.access;

/**
 * The register's number of a contact.
 *
 * @param value positive, never reused
 */
public record ContactId(long value) {

}
