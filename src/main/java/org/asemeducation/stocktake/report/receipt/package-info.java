/**
 * Receipts of what was submitted: the whole text with its checksum, as Word file and PDF.
 */
@NullMarked
package org.asemeducation.stocktake.report.receipt;

import org.jspecify.annotations.NullMarked;
