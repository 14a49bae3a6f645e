package org.asemeducation.stocktake.access;

import java.util.List;

/**
 * A page of the register's contacts.
 *
 * @param search words in a name, an address or a party's name; empty for everybody
 * @param found how many there are on all pages
 * @param page from 1
 * @param lines those of this page, by name
 */
public record ContactPage(String search, long found, int page, List<ContactLine> lines) {

	/** Contacts on a page. */
	static final int SIZE = 100;

	public ContactPage {
		lines = List.copyOf(lines);
	}

	public long pages() {
		return Math.max(1, (this.found + SIZE - 1) / SIZE);
	}

}
