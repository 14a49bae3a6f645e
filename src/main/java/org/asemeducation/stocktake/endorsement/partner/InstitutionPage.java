package org.asemeducation.stocktake.endorsement.partner;

import java.util.List;

/**
 * A page of the parties that are no partners.
 *
 * @param search words in a name or an acronym; empty for all
 * @param found how many there are on all pages
 * @param page from 1
 * @param lines those of this page, by name
 */
public record InstitutionPage(String search, int found, int page, List<Line> lines) {

	/** Parties on a page. */
	static final int SIZE = 200;

	public InstitutionPage {
		lines = List.copyOf(lines);
	}

	public int pages() {
		return Math.max(1, (this.found + SIZE - 1) / SIZE);
	}

	/**
	 * A party and the partner that it belongs to.
	 *
	 * @param partner empty when to none
	 */
	public record Line(String name, String partner) {
	}

}
