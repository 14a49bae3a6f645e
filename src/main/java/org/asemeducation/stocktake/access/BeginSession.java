package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * What is noted when somebody has signed in: in the session, how often the person's
 * sessions had been ended by then, and in the browser, that they have been here with a
 * password.
 */
@Component
class BeginSession implements SessionAuthenticationStrategy {

	private static final String NUMBER = "stocktake.sessions-ended";

	private final Contacts contacts;

	private final DeviceCookie device;

	BeginSession(Contacts contacts, DeviceCookie device) {
		this.contacts = contacts;
		this.device = device;
	}

	@Override
	public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
		request.getSession().setAttribute(NUMBER, this.contacts.sessionsEnded(person.getName()));
		if (person instanceof UsernamePasswordAuthenticationToken) {
			this.device.remember(person.getName(), request, response);
		}
	}

	static int number(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(NUMBER) instanceof Integer number) ? number : 0;
	}

}
