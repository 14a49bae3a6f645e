package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;

/**
 * The token without which no form of ours is taken. Its cookie and header bear other
 * names than Camunda's, and it comes with every answer, but for those that are the same
 * for everybody: there only where a form asks for it.
 */
final class FormTokens {

	private FormTokens() {
	}

	static CookieCsrfTokenRepository inCookie(boolean secure) {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName("STOCKTAKE-CSRF");
		tokens.setHeaderName("X-STOCKTAKE-CSRF");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax").secure(secure));
		return tokens;
	}

	static CsrfTokenRequestHandler sentWhereNeeded() {
		CsrfTokenRequestAttributeHandler always = new CsrfTokenRequestAttributeHandler();
		always.setCsrfRequestAttributeName(null);
		CsrfTokenRequestAttributeHandler whenAsked = new CsrfTokenRequestAttributeHandler();
		return (request, response, token) -> (isForEverybody(request) ? whenAsked : always).handle(request, response,
				token);
	}

	private static boolean isForEverybody(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.equals("/reports") || path.startsWith("/reports/") || path.startsWith("/initiatives/")
				|| path.matches("/api/reports(/[^/]+)?") || path.startsWith("/stocktake/");
	}

}
