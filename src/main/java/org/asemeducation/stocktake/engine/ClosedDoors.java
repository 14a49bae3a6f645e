package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Addresses of the web applications that nobody may use, whoever asks: the set-up, which
 * creates administrators (CVE-2026-77226), and their own log-in, beside ours.
 */
public class ClosedDoors extends OncePerRequestFilter {

	private static final List<Pattern> CLOSED = List.of(Pattern.compile("/camunda/api/[^/]+/setup(/.*)?"),
			Pattern.compile("/camunda/app/[^/]+/[^/]+/setup(/.*)?"),
			Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login(/.*)?"));

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = WebappPath.of(request);
		if (CLOSED.stream().anyMatch((door) -> door.matcher(path).matches())) {
			response.setStatus(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		chain.doFilter(request, response);
	}

}
