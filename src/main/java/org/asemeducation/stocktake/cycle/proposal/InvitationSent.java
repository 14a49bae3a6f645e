package org.asemeducation.stocktake.cycle.proposal;

/**
 * Somebody from outside is invited to propose something.
 *
 * @param invitation who
 * @param token the secret of their link
 */
public record InvitationSent(Invitation invitation, String token) {
}
