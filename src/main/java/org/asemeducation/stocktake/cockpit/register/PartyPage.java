package org.asemeducation.stocktake.cockpit.register;

import java.util.List;

/**
 * A page of the register's parties.
 *
 * @param search words in a name or an acronym; empty for all
 * @param kind of which kind; empty for all
 * @param found how many there are on all pages
 * @param page from 1
 * @param lines those of this page, by acronym or name
 */
public record PartyPage(String search, String kind, int found, int page, List<PartyLine> lines) {

	/** Parties on a page. */
	static final int SIZE = 200;

	public PartyPage {
		lines = List.copyOf(lines);
	}

	public int pages() {
		return Math.max(1, (this.found + SIZE - 1) / SIZE);
	}

}
