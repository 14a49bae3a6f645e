/**
 * The reviewing body's comments on the draft of a report, and what the secretariat makes
 * of each.
 */
@NullMarked
package org.asemeducation.stocktake.report.comment;

import org.jspecify.annotations.NullMarked;
