package org.asemeducation.stocktake.cockpit.person;

/**
 * How many entries there are.
 *
 * @param what of what, in words
 * @param count at least one
 */
record Entries(String what, long count) {
}
