package org.asemeducation.stocktake.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.throttle.KnownDevices;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Marks a browser from which somebody has signed in with a password, so that other
 * people's guesses never keep them out of it. It opens nothing by itself.
 */
@Component
class DeviceCookie {

	private static final String NAME = "STOCKTAKE-DEVICE";

	private final KnownDevices devices;

	private final boolean secure;

	DeviceCookie(KnownDevices devices, @Value("${stocktake.secure-cookies:true}") boolean secure) {
		this.devices = devices;
		this.secure = secure;
	}

	static @Nullable String in(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return (cookie != null) ? cookie.getValue() : null;
	}

	void remember(String userId, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, this.devices.remember(in(request), userId))
			.path(request.getContextPath() + "/login")
			.maxAge(KnownDevices.KNOWN_FOR)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
