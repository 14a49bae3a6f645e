package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.report.document.Paragraphs;
import org.asemeducation.stocktake.report.document.Passage;

/**
 * An edit as it lies over the accepted revision of today.
 *
 * @param edit the edit
 * @param revision the accepted revision of today
 * @param printed whether its words are printed; they are not where no paragraph says any
 * more what they were put in place of
 */
record LaidEdit(Edit edit, int revision, boolean printed) {

	/** Whether its secretariat has to look: a later revision has come. */
	boolean isStale() {
		Integer over = this.edit.revision();
		return !this.printed || over != null && over < this.revision;
	}

	static boolean areTheWordsOf(List<LaidEdit> edits, Passage passage) {
		return edits.stream()
			.anyMatch((it) -> it.printed() && it.edit().place().equals(passage.place())
					&& Paragraphs.of(it.edit().wording()).contains(passage.text()));
	}

}
