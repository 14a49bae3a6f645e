/**
 * The Stocktaking Report: compiled from the accepted revisions, written as HTML, Word and
 * JSON. Hands on the compiled versions.
 */
@NullMarked
package org.asemeducation.stocktake.report;

import org.jspecify.annotations.NullMarked;
