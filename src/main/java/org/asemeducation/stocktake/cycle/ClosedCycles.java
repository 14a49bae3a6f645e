package org.asemeducation.stocktake.cycle;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nothing about a closed cycle is changed any more, whatever the address: it can be read.
 * Nor about one that was brought in from paper.
 */
@Configuration
class ClosedCycles implements WebMvcConfigurer, HandlerInterceptor {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final JdbcClient jdbc;

	ClosedCycles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (READING.contains(request.getMethod())
				|| !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named)
				|| !(named.get("cycle") instanceof String cycle)) {
			return true;
		}
		Optional<String> over = over(cycle);
		if (over.isPresent()) {
			response.sendError(HttpServletResponse.SC_CONFLICT,
					"The cycle %s %s: it can be read, and nothing of it is changed any more.".formatted(cycle,
							over.get()));
		}
		return over.isEmpty();
	}

	private Optional<String> over(String cycle) {
		return this.jdbc.sql("""
				select case when kind = 'paper' then 'was brought in from paper' else 'is closed' end
				from cycle where name = :name and (state = 'ended' or kind = 'paper')""")
			.param("name", cycle)
			.query(String.class)
			.optional();
	}

}
