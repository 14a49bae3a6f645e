package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.provider.ProviderSignOut;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Answers the sign-out of a Camunda application. The short-lived cookie lets
 * {@code session.js} tell it from a session that ran out, which returns to where it was.
 */
class SignedOutOfCamunda implements LogoutSuccessHandler {

	private final boolean secureCookies;

	private final ProviderSignOut provider;

	SignedOutOfCamunda(boolean secureCookies, ProviderSignOut provider) {
		this.secureCookies = secureCookies;
		this.provider = provider;
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication person) {
		this.provider.remember(request, person);
		ResponseCookie cookie = ResponseCookie.from("STOCKTAKE-SIGNED-OUT", "yes")
			.path("/")
			.maxAge(60)
			.sameSite("Lax")
			.secure(this.secureCookies)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		response.setStatus(HttpServletResponse.SC_NO_CONTENT);
	}

}
