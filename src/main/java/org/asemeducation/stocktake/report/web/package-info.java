/**
 * The published reports on the web, for everybody: found by search and filters, as open
 * data and as a feed. Nothing here names a person.
 */
@NullMarked
package org.asemeducation.stocktake.report.web;

import org.jspecify.annotations.NullMarked;
