package org.asemeducation.stocktake.cycle;

import java.util.List;

/**
 * A page of a cycle's initiatives with the paragraphs of the Conclusions that they
 * answer.
 *
 * @param search words in an id, a title or a coordinator; empty for all
 * @param found how many initiatives are like that, on all pages
 * @param page from 1
 * @param lines those of this page, in the plan's order
 */
public record ConclusionPage(String search, int found, int page, List<Line> lines) {

	/** Initiatives on a page. */
	static final int SIZE = 100;

	public ConclusionPage {
		lines = List.copyOf(lines);
	}

	public int pages() {
		return Math.max(1, (this.found + SIZE - 1) / SIZE);
	}

	/**
	 * An initiative and what is said of it.
	 *
	 * @param coordinators names, parted by commas
	 * @param paragraphs empty when none are named
	 */
	public record Line(String initiative, String title, String coordinators, String paragraphs) {
	}

}
