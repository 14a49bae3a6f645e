package org.asemeducation.stocktake.access;

import org.springframework.security.core.AuthenticationException;

/**
 * Too many passwords were tried: whether this one is right is not looked at.
 */
class SlowedDownException extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	SlowedDownException() {
		super("Too many passwords were tried");
	}

}
