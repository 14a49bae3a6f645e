package org.asemeducation.stocktake.access.provider;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * A sign-in with the provider came to nothing: the sign-in page says why, once, in one
 * sentence. The sentence travels in the session, so that no address makes the page say
 * anything.
 */
class ProviderRefusals implements AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(ProviderRefusals.class);

	private static final String SENTENCE = "stocktake.sign-in-refused";

	private final String label;

	ProviderRefusals(String label) {
		this.label = label;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException reason) throws IOException {
		request.getSession().setAttribute(SENTENCE, sentence(reason));
		response.sendRedirect(request.getContextPath() + "/login?refused");
	}

	private String sentence(AuthenticationException reason) {
		if (reason instanceof NotAdmitted refused) {
			return refused.sentence();
		}
		if (reason instanceof ProviderAway || reason.getCause() instanceof ProviderAway) {
			return "%s cannot be reached at the moment: wait some minutes and sign in again.".formatted(capital());
		}
		String code = (reason instanceof OAuth2AuthenticationException failed) ? failed.getError().getErrorCode() : "";
		if ("authorization_request_not_found".equals(code)) {
			return "This sign-in was begun too long ago, in another window or before: sign in again.";
		}
		if ("access_denied".equals(code)) {
			return "Signing in with %s was cancelled or not allowed there: sign in again.".formatted(this.label);
		}
		log.warn("A sign-in with the provider failed: {}", reason.getMessage());
		return "Signing in with %s did not work: sign in again, and tell the ASEM Education Secretariat when it happens again."
			.formatted(this.label);
	}

	private String capital() {
		return this.label.substring(0, 1).toUpperCase(Locale.ROOT) + this.label.substring(1);
	}

	/** What the sign-in page has to say, once. */
	static @Nullable String take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return null;
		}
		String sentence = (String) session.getAttribute(SENTENCE);
		session.removeAttribute(SENTENCE);
		return sentence;
	}

}
