package org.asemeducation.stocktake.access.provider;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The provider knows the person, and yet they do not get in; the message is for them.
 */
class NotAdmitted extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1L;

	NotAdmitted(String sentence) {
		super(new OAuth2Error("access_denied"), sentence);
	}

	String sentence() {
		return String.valueOf(getMessage());
	}

}
