package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.asemeducation.stocktake.engine.WebappToken;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * What is noted when somebody has signed in: in the session, how often the person's
 * sessions had been ended by then, and in the browser, that they have been here with a
 * password, and the token of Camunda's applications.
 */
@Component
class BeginSession implements SessionAuthenticationStrategy {

	private static final String NUMBER = "stocktake.sessions-ended";

	private final Contacts contacts;

	private final DeviceCookie device;

	private final WebappToken webappToken;

	BeginSession(Contacts contacts, DeviceCookie device, WebappToken webappToken) {
		this.contacts = contacts;
		this.device = device;
		this.webappToken = webappToken;
	}

	@Override
	public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
		request.getSession().setAttribute(NUMBER, this.contacts.sessionsEnded(person.getName()));
		this.webappToken.renew(request, response);
		if (person instanceof UsernamePasswordAuthenticationToken) {
			this.device.remember(person.getName(), request, response);
		}
	}

	static int number(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(NUMBER) instanceof Integer number) ? number : 0;
	}

}
