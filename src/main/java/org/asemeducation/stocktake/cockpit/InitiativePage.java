package org.asemeducation.stocktake.cockpit;

import java.util.List;

/**
 * One page of the table of initiatives.
 *
 * @param found how many rows there are on all pages
 * @param page this page, from 1
 * @param size rows on a page
 * @param lines the rows
 */
record InitiativePage(long found, int page, int size, List<InitiativeLine> lines) {
}
