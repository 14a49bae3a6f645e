/**
 * Writes the report as a Word document, streaming, over style parts that are plain files
 * under {@code templates/report/docx}.
 */
@NullMarked
package org.asemeducation.stocktake.report.docx;

import org.jspecify.annotations.NullMarked;
