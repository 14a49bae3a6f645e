package org.asemeducation.stocktake.access.provider;

import org.springframework.security.core.AuthenticationException;

/**
 * The provider does not answer, or not with what was expected; the message is for the
 * log.
 */
class ProviderAway extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	ProviderAway(String sentence) {
		super(sentence);
	}

	ProviderAway(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
