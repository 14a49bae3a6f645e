package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.asemeducation.stocktake.report.model.FreeChapter;

/**
 * What the secretariat does to a report, for the process tests of other stages too.
 */
public class Editors {

	private final ChapterWriting chapters;

	private final Editing editing;

	private final Commenting commenting;

	private final Troupe troupe;

	Editors(ChapterWriting chapters, Editing editing, Commenting commenting, Troupe troupe) {
		this.chapters = chapters;
		this.editing = editing;
		this.commenting = commenting;
		this.troupe = troupe;
	}

	/**
	 * From the compiled draft to the end, without chapters of its own and without
	 * comments.
	 * @param cycle the cycle
	 */
	public void finish(CycleName cycle) {
		handToReviewers(cycle);
		this.commenting.handIn(cycle, 0, this.troupe.user("reviewer"));
	}

	/**
	 * From the compiled draft to where the reviewing body may comment on it.
	 * @param cycle the cycle
	 */
	public void handToReviewers(CycleName cycle) {
		leaveChaptersOut(cycle);
		this.editing.finish(cycle, this.troupe.user("aes"));
	}

	public void leaveChaptersOut(CycleName cycle) {
		for (FreeChapter chapter : FreeChapter.values()) {
			leaveOut(cycle, chapter);
		}
	}

	void leaveOut(CycleName cycle, FreeChapter chapter) {
		this.chapters.finish(cycle, chapter, 0, true, this.troupe.user("aes"));
	}

	/**
	 * Writes a chapter.
	 * @param cycle the cycle
	 * @param chapter which one
	 * @param seen the version it is written on; 0 when there was none
	 * @param text what it says
	 * @return its version now
	 */
	public long write(CycleName cycle, FreeChapter chapter, long seen, String text) {
		return this.chapters.save(cycle, chapter, seen, text, this.troupe.user("aes")).version();
	}

	void done(CycleName cycle, FreeChapter chapter, long seen) {
		this.chapters.finish(cycle, chapter, seen, false, this.troupe.user("aes"));
	}

}
