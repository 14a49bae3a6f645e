/**
 * Writes documents as tagged PDF (PDF/UA-1): in parts, so that memory does not grow with
 * them, with all fonts inside.
 */
@NullMarked
package org.asemeducation.stocktake.report.pdf;

import org.jspecify.annotations.NullMarked;
