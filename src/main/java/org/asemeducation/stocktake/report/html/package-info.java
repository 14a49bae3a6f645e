/**
 * Writes the report as one self-contained page.
 */
@NullMarked
package org.asemeducation.stocktake.report.html;

import org.jspecify.annotations.NullMarked;
