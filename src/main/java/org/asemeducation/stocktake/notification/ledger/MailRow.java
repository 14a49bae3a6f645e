package org.asemeducation.stocktake.notification.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A mail in a list.
 *
 * @param id the ledger's number
 * @param moment when it left, else when it was queued
 * @param name whom it is for
 * @param recipient the address
 * @param kinds of its lines, dropped ones too
 * @param initiatives the ids that its lines speak of
 * @param subject what it says first; empty until its lines were bundled
 * @param state where it stands
 */
record MailRow(long id, Instant moment, String name, String recipient, List<MailKind> kinds, List<String> initiatives,
		String subject, MailState state) {

	private static final int MOST = 4;

	public String kindWords() {
		return String.join(", ", this.kinds.stream().map(MailKind::label).toList());
	}

	/** The ids, but no more than there is room for. */
	public List<String> firstInitiatives() {
		return (this.initiatives.size() > MOST) ? this.initiatives.subList(0, MOST - 1) : this.initiatives;
	}

	public int moreInitiatives() {
		return this.initiatives.size() - firstInitiatives().size();
	}

}
