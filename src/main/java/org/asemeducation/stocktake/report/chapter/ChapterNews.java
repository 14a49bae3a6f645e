package org.asemeducation.stocktake.report.chapter;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

/**
 * Something has become of a commissioned chapter that its author should know.
 *
 * @param cycle whose report it is for
 * @param number the chapter's number
 * @param what has happened
 * @param because why; {@code null} where nothing is said
 */
public record ChapterNews(CycleName cycle, int number, What what, @Nullable String because) {

	/** What has happened. */
	public enum What {

		/** The author is asked to write it. */
		COMMISSIONED,
		/** Its day, its title or its brief is another. */
		CHANGED,
		/** The author is asked to write it again. */
		RETURNED,
		/** It is printed. */
		ACCEPTED,
		/** It is not needed any more. */
		WITHDRAWN,
		/** The report was sealed without it. */
		LEFT_OUT

	}

}
