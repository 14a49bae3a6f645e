/**
 * Chapters of the report that the secretariat asks an author for: who writes which by
 * when, what they hand in, and what the secretariat says to it. Hands on what becomes of
 * a chapter; its accepted text is taken into each compilation.
 */
@NullMarked
package org.asemeducation.stocktake.report.chapter;

import org.jspecify.annotations.NullMarked;
