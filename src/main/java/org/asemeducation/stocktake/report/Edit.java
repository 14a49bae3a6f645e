package org.asemeducation.stocktake.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Other words that the secretariat prints in place of a paragraph. The accepted text
 * stays as it was.
 *
 * @param id unique over all cycles
 * @param place where the paragraph stands, such as {@code A01-I02-progress}
 * @param paragraph which of its place it was; {@code null} from before this was kept
 * @param said the paragraph as it was
 * @param wording what is printed
 * @param revision the accepted revision whose paragraph it was; {@code null} from before
 * this was kept
 * @param comment the comment that suggested it; {@code null}: the secretariat by itself
 * @param madeAt when
 * @param madeBy the user id
 * @param undoneAt since when the paragraph is printed as it was; {@code null} while it is
 * not
 */
public record Edit(long id, String place, @Nullable Integer paragraph, String said, String wording,
		@Nullable Integer revision, @Nullable Long comment, Instant madeAt, String madeBy, @Nullable Instant undoneAt) {
}
