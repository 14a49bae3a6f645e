package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away, once it is known who asks, what nothing behind could answer: parameters
 * that the database cannot take, and bodies far longer than any form. {@link StrictJson}
 * stops at those that do not say how long they are.
 */
@Component
@ConditionalOnWebApplication
class PlainRequests extends OncePerRequestFilter implements Ordered {

	/** In bytes; the longest update that people could write has a tenth of it. */
	static final long LONGEST_JSON = 4L << 20;

	private static final Pattern FILES = Pattern.compile("/api/updates/[^/]+/[^/]+/files");

	@Override
	public int getOrder() {
		return SecurityProperties.DEFAULT_FILTER_ORDER + 1;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (Refusals.isInterface(request) && request.getContentLengthLong() > LONGEST_JSON && !isFile(request)) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		Map<String, String[]> parameters = request.getParameterMap();
		boolean keepable = parameters.entrySet()
			.stream()
			.flatMap((parameter) -> Stream.concat(Stream.of(parameter.getKey()), Stream.of(parameter.getValue())))
			.allMatch((text) -> KeepableText.problem(text) == null);
		if (!keepable) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST,
					"What was sent holds a character that cannot be kept: delete it and try again.");
			return;
		}
		chain.doFilter(request, response);
	}

	/** Which says itself how long a file may be. */
	private static boolean isFile(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return request.getMethod().equals("POST") && FILES.matcher(path).matches();
	}

}
