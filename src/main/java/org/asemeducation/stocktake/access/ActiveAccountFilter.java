package org.asemeducation.stocktake.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with its next request, on whichever node it arrives, when the person has
 * been removed or has set a new password since, or may no longer use one.
 */
class ActiveAccountFilter extends OncePerRequestFilter {

	private final Contacts contacts;

	private final LocalAccounts localAccounts;

	ActiveAccountFilter(Contacts contacts, LocalAccounts localAccounts) {
		this.contacts = contacts;
		this.localAccounts = localAccounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		HttpSession session = request.getSession(false);
		if (person != null && !mayGoOn(person, session)) {
			if (session != null) {
				session.invalidate();
			}
			SecurityContextHolder.clearContext();
		}
		chain.doFilter(request, response);
	}

	private boolean mayGoOn(Authentication person, @Nullable HttpSession session) {
		boolean byPassword = person instanceof UsernamePasswordAuthenticationToken;
		return this.contacts.mayGoOn(person.getName(), BeginSession.number(session))
				&& (!byPassword || this.localAccounts.mayUsePassword(person.getName()));
	}

}
