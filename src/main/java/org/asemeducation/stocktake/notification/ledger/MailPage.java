package org.asemeducation.stocktake.notification.ledger;

import java.util.List;

/**
 * One page of a list of mails.
 *
 * @param found how many there are on all pages
 * @param page this page, from 1
 * @param rows the one that left last first
 */
record MailPage(long found, int page, List<MailRow> rows) {

	public long pages() {
		return Math.max(1, (this.found + MailSearch.SIZE - 1) / MailSearch.SIZE);
	}

}
