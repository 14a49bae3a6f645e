package org.asemeducation.stocktake.engine;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Sends the token of Camunda's applications again where the browser has another one than
 * the session. Camunda sends it once. Two pages that are opened in the same moment, on
 * two nodes, each make one; the session keeps the last, and the next thing that the
 * person does would be refused and sign them out.
 */
class TokenFollowsSession extends OncePerRequestFilter {

	private final boolean secure;

	TokenFollowsSession(boolean secure) {
		this.secure = secure;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.GET.matches(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null
				&& session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token) {
			var sent = WebUtils.getCookie(request, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
			if (sent == null || !token.equals(sent.getValue())) {
				response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token));
			}
		}
		chain.doFilter(request, response);
	}

	private String cookie(HttpServletRequest request, String token) {
		return ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
			.path(request.getContextPath() + "/camunda")
			.sameSite("Lax")
			.secure(this.secure)
			.build()
			.toString();
	}

}
