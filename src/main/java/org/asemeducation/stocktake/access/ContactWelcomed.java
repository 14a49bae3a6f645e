package org.asemeducation.stocktake.access;

/**
 * A new contact has an account and signs in with the organisation's provider: there is no
 * password to be set.
 *
 * @param contact whom to write to
 */
public record ContactWelcomed(ContactId contact) {

}
