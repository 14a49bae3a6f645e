package org.asemeducation.stocktake.access;

import java.time.Instant;

/**
 * A colleague who writes the update of one initiative for a party.
 *
 * @param id unique over all
 * @param initiative the initiative's id
 * @param party for whom
 * @param partyLabel its acronym, or its name where it has none
 * @param contact who
 * @param name as the person writes it
 * @param email in lower case
 * @param maySubmit whether they may submit, too
 * @param endsAt the last instant at which they may
 * @param askedBy the user id of who asked them
 */
public record Helper(long id, String initiative, PartyId party, String partyLabel, ContactId contact, String name,
		String email, boolean maySubmit, Instant endsAt, String askedBy) {
}
