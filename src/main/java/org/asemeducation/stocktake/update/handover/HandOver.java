package org.asemeducation.stocktake.update.handover;

import java.time.Instant;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to take an initiative over, as asked for and answered.
 *
 * @param id unique over all
 * @param key which update it was asked at
 * @param party which party takes it over; {@code null} for a colleague in the same party,
 * or one that the register lacks
 * @param newParty what that one is called
 * @param name the successor
 * @param email their address
 * @param reason why
 * @param askedAt when it was asked for
 * @param askedBy the user id of who hands over
 * @param arrangedBy the user id of one of the AES who arranged it without being asked;
 * {@code null} when it was asked for
 * @param outcome {@code confirmed}, {@code refused} or {@code not-needed}; {@code null}
 * while it waits for the AES
 * @param answer why it was refused
 */
record HandOver(long id, UpdateKey key, @Nullable PartyId party, @Nullable String newParty, String name, String email,
		String reason, Instant askedAt, String askedBy, @Nullable String arrangedBy, @Nullable String outcome,
		@Nullable String answer) {

	static final String CONFIRMED = "confirmed";

	static final String REFUSED = "refused";

	static final String NOT_NEEDED = "not-needed";

	boolean isOpen() {
		return this.outcome == null;
	}

	boolean isToColleague() {
		return this.party == null && this.newParty == null;
	}

}
