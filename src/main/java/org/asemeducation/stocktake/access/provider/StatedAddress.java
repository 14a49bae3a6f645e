package org.asemeducation.stocktake.access.provider;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;

/**
 * The e-mail address that a provider states for a person.
 *
 * @param email in lower case
 * @param verified what the provider says about it; {@code null} when it says nothing
 */
record StatedAddress(String email, @Nullable Boolean verified) {

	/**
	 * Reads it from the token, or from the user's information where the token has none.
	 * What is said about verification counts only for the very same address.
	 * @param token what the provider signed
	 * @param information what it answered beside; {@code null} when it was not asked
	 * @return {@code null} when neither names an address
	 */
	static @Nullable StatedAddress of(StandardClaimAccessor token, @Nullable StandardClaimAccessor information) {
		StandardClaimAccessor source = (token.getEmail() != null || information == null) ? token : information;
		String email = source.getEmail();
		if (email == null || email.isBlank()) {
			return null;
		}
		Boolean verified = source.getEmailVerified();
		if (verified == null && information != null && email.equals(information.getEmail())) {
			verified = information.getEmailVerified();
		}
		return new StatedAddress(lowerCase(email.strip()), verified);
	}

	/**
	 * Some letters outside of ASCII, such as the Kelvin sign, have one of ASCII as their
	 * small letter: they must not turn one person's address into another's.
	 */
	private static String lowerCase(String email) {
		String small = email.toLowerCase(Locale.ROOT);
		return (foreign(small) == foreign(email)) ? small : email;
	}

	private static long foreign(String text) {
		return text.chars().filter((letter) -> letter > 127).count();
	}

}
