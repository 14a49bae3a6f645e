package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the token of Camunda's applications with the session. Camunda sends it once, and
 * ends the session of whoever acts with another: of two pages that were opened in the
 * same moment on two nodes, or of one that was open while its person signed in again
 * elsewhere. Here the token is sent again, and an act with another is refused, no more.
 */
class TokenFollowsSession extends OncePerRequestFilter {

	static final String STALE = "This page is older than your session. Do it once more; if it stays so, load the page again.";

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final ObjectMapper JSON = new ObjectMapper();

	private final WebappToken token;

	TokenFollowsSession(WebappToken token) {
		this.token = token;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		this.token.repeat(request, response);
		if (session == null || READING.contains(request.getMethod()) || isOfSession(request, session)) {
			chain.doFilter(request, response);
			return;
		}
		if (WebappToken.of(session) == null) {
			this.token.renew(request, response);
		}
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		JSON.writeValue(response.getOutputStream(),
				JSON.createObjectNode().put("type", "NotAllowed").put("message", STALE));
	}

	private static boolean isOfSession(HttpServletRequest request, HttpSession session) {
		String token = WebappToken.of(session);
		return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
	}

}
