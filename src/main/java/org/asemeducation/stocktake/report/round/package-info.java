/**
 * Rounds of comments on the draft of a report: who reads it, what they say about which
 * paragraph, and what the secretariat answers. Hands on that answers were sent.
 */
@NullMarked
package org.asemeducation.stocktake.report.round;

import org.jspecify.annotations.NullMarked;
