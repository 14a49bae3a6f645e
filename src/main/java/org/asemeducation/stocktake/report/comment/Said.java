package org.asemeducation.stocktake.report.comment;

import java.time.Instant;

/**
 * A comment that somebody has written and nobody has handed in yet.
 *
 * @param by the user id
 * @param at when it was last saved
 */
record Said(CommentForm.Line line, String by, Instant at) {
}
