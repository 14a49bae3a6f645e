package org.asemeducation.stocktake.access;

/**
 * The register's own number for a person.
 *
 * @param value as stored
 */
public record ContactId(long value) {
}
