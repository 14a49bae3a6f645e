package org.asemeducation.stocktake.engine;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The token without which Camunda's applications take nothing: one per session, in the
 * session and in a cookie that their pages read.
 */
@Component
public class WebappToken {

	private final boolean secure;

	public WebappToken(@Value("${stocktake.secure-cookies:true}") boolean secure) {
		this.secure = secure;
	}

	/**
	 * Gives the session a new token, and the browser with it: a page that was open before
	 * its person signed in, in another tab, goes on with this one.
	 * @param request whose session it is; one is made where there is none
	 * @param response takes the cookie
	 */
	public void renew(HttpServletRequest request, HttpServletResponse response) {
		String token = RandomToken.next().value();
		request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
		send(token, request, response);
	}

	/** Sends the session's token again where the browser has another one. */
	void repeat(HttpServletRequest request, HttpServletResponse response) {
		String token = of(request.getSession(false));
		Cookie sent = WebUtils.getCookie(request, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
		if (token != null && (sent == null || !token.equals(sent.getValue()))) {
			send(token, request, response);
		}
	}

	static @Nullable String of(@Nullable HttpSession session) {
		return (session != null
				&& session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token) ? token
						: null;
	}

	private void send(String token, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token)
					.path(request.getContextPath() + "/camunda")
					.sameSite("Lax")
					.secure(this.secure)
					.build()
					.toString());
	}

}
