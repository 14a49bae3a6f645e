package org.asemeducation.stocktake.notification.escalation;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.jspecify.annotations.Nullable;

/**
 * The question whether to write above a party's contacts in a cycle, and its answer.
 *
 * @param cycle in which
 * @param party the register's number
 * @param outcome {@code null} while it waits for the AES
 * @param subject of the mail that it became; {@code null} when there is none
 * @param words the same, its plain part
 */
record Escalation(CycleName cycle, long party, @Nullable String outcome, @Nullable String subject,
		@Nullable String words) {

	static final String SENT = "sent";

	static final String SOFTENED = "softened";

	static final String HELD = "held";

	static final String NOT_NEEDED = "not-needed";

	boolean isOpen() {
		return this.outcome == null;
	}

	/** Whether it became a mail. */
	boolean isMailed() {
		return SENT.equals(this.outcome) || SOFTENED.equals(this.outcome);
	}

	BusinessKey key() {
		return key(this.cycle, this.party);
	}

	/** Such as {@code ASEMME9/party/12}. */
	static BusinessKey key(CycleName cycle, long party) {
		return BusinessKey.of(cycle.value(), "party/" + party);
	}

	/** The party that a key is about. */
	static long party(BusinessKey about) {
		String part = about.requiredPart();
		return Long.parseLong(part.substring(part.lastIndexOf('/') + 1));
	}

}
