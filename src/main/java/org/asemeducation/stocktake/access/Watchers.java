package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows for one request who may watch: the secretariat, administrators, and a machine
 * that says the token. While the database is away nobody is known, and the health is told
 * all the same.
 */
class Watchers extends OncePerRequestFilter {

	static final String ROLE = "WATCHER";

	private static final Collection<GrantedAuthority> RIGHTS = List.of(new SimpleGrantedAuthority("ROLE_" + ROLE));

	private static final Set<String> GROUPS = Set.of(Person.SECRETARIAT, Person.ADMINISTRATORS);

	private final WatchSettings settings;

	private final Accounts accounts;

	Watchers(WatchSettings settings, Accounts accounts) {
		this.settings = settings;
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (authorization != null && this.settings.isSaidBy(authorization)) {
			watchedBy("watcher");
		}
		else if (person != null && mayWatch(person.getName())) {
			watchedBy(person.getName());
		}
		chain.doFilter(request, response);
	}

	private boolean mayWatch(String userId) {
		try {
			return this.accounts.groupsOf(userId).stream().anyMatch(GROUPS::contains);
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	/** A context of its own: the session keeps the one it has. */
	private static void watchedBy(String name) {
		SecurityContext watching = SecurityContextHolder.createEmptyContext();
		watching.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, RIGHTS));
		SecurityContextHolder.setContext(watching);
	}

}
