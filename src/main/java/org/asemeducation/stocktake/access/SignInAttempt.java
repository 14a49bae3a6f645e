package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.throttle.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * From where a password is tried.
 *
 * @param client the address of whoever tries
 * @param device what the browser's cookie says; {@code null} when there is none
 */
record SignInAttempt(String client, @Nullable String device) {

	static SignInAttempt of(HttpServletRequest request) {
		return new SignInAttempt(ClientAddress.of(request), DeviceCookie.in(request));
	}

}
