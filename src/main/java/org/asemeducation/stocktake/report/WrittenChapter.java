package org.asemeducation.stocktake.report;

import java.time.Instant;

import org.asemeducation.stocktake.report.model.FreeChapter;
import org.jspecify.annotations.Nullable;

/**
 * A free chapter as last saved.
 *
 * @param text plain text, paragraphs by blank lines; may be empty
 * @param version counts the saves; 0 when nothing was ever written
 * @param savedAt when; {@code null} at version 0
 * @param savedBy the user id; {@code null} at version 0
 */
record WrittenChapter(FreeChapter chapter, String text, long version, @Nullable Instant savedAt,
		@Nullable String savedBy) {

	static WrittenChapter empty(FreeChapter chapter) {
		return new WrittenChapter(chapter, "", 0, null, null);
	}

}
