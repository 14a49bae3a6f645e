/**
 * The report as blocks of text, the same for every format: which headings, in which
 * order, in which words. Hands on the document; knows no format.
 */
@NullMarked
package org.asemeducation.stocktake.report.document;

import org.jspecify.annotations.NullMarked;
