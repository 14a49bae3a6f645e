package org.asemeducation.stocktake.access;

/**
 * Somebody asked for a new password of this contact. The token is nowhere else: whoever
 * listens puts it into the mail, as {@code /password-reset/{token}}.
 *
 * @param contact whom to write to
 * @param token works once, for an hour
 */
public record PasswordResetAsked(ContactId contact, String token) {

	@Override
	public String toString() {
		return "PasswordResetAsked[contact=%s]".formatted(this.contact);
	}

}
