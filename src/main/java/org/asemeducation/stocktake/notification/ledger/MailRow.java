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

	public String kindWords() {
		return String.join(", ", this.kinds.stream().map(MailKind::label).toList());
	}

	/** The ids, or how many where they would fill the row. */
	public String initiativeWords() {
		return (this.initiatives.size() > 4) ? "%s and %d more"
			.formatted(String.join(", ", this.initiatives.subList(0, 3)), this.initiatives.size() - 3)
				: String.join(", ", this.initiatives);
	}

}
