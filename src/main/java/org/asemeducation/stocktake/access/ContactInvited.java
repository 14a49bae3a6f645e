package org.asemeducation.stocktake.access;

/**
 * A new contact has an account and may set a password by a link. The token is nowhere
 * else: whoever listens puts it into the mail, as {@code /invitation/{token}}.
 *
 * @param contact whom to write to
 * @param token works once, for 28 days
 */
public record ContactInvited(ContactId contact, String token) {

	@Override
	public String toString() {
		return "ContactInvited[contact=%s]".formatted(this.contact);
	}

}
