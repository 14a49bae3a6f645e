package org.asemeducation.stocktake.access;

/**
 * Somebody has got an account and may now choose a password; published inside the
 * transaction that made the invitation.
 *
 * @param contact who is invited
 * @param token what proves it; only ever shown to that person
 */
public record ContactInvited(ContactId contact, String token) {
}
