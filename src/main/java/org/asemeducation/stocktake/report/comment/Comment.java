package org.asemeducation.stocktake.report.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment on the draft of a report, as handed in.
 *
 * @param version of the draft that was read
 * @param about the id of a chapter or an initiative; {@code null}: the report in general
 * @param madeBy the user id
 */
record Comment(long id, int version, @Nullable String about, String text, Instant madeAt, String madeBy) {
}
