package org.asemeducation.stocktake.watch.log;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request that was refused or failed, and for each sign-in that was
 * refused: what was asked for by its pattern, never by its address, and nothing of who
 * asked or what was said.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
		try {
			chain.doFilter(request, response);
			status = response.getStatus();
		}
		finally {
			if (status >= HttpStatus.BAD_REQUEST.value() && status != HttpStatus.NOT_FOUND.value()) {
				write(request, status);
			}
		}
	}

	/** What it answers is asked for every few seconds and watched by others. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return path(request).startsWith("/actuator/health");
	}

	private static void write(HttpServletRequest request, int status) {
		String pattern = pattern(request);
		boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
		log.atLevel(ours ? Level.WARN : Level.INFO)
			.addKeyValue("http.request.method", request.getMethod())
			.addKeyValue("http.route", pattern)
			.addKeyValue("http.response.status_code", status)
			.log("{} {} was answered with {}", request.getMethod(), pattern, status);
	}

	private static String pattern(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return Optional.ofNullable(pattern)
			.map(Object::toString)
			.orElse(path(request).startsWith("/camunda/") ? "/camunda/**" : "/**");
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	@EventListener
	void refused(AbstractAuthenticationFailureEvent sign) {
		log.info("A sign-in was refused: {}", sign.getException().getClass().getSimpleName());
	}

}
