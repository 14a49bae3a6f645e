package org.asemeducation.stocktake.access;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * How a request is refused: an interface gets a status and words, a person who opens a
 * page gets the sign-in or a plain page.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ObjectMapper json;

	Refusals(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (isInterface(request)) {
			write(response, HttpStatus.UNAUTHORIZED, "Nobody is signed in: sign in and try again.");
		}
		else {
			response.sendRedirect(request.getContextPath() + "/login");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException {
		String words = words(reason);
		if (isInterface(request)) {
			write(response, HttpStatus.FORBIDDEN, words);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, words);
		}
	}

	private static String words(AccessDeniedException reason) {
		if (reason instanceof CsrfException) {
			return "This page has been open for too long: load it again and repeat what you did.";
		}
		if (reason instanceof AuthorizationDeniedException) {
			return "This page is for the secretariat: sign in as one of its people.";
		}
		return String.valueOf(reason.getMessage());
	}

	static boolean isInterface(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.startsWith("/api/") || path.startsWith("/camunda/api/") || path.startsWith("/actuator");
	}

	private void write(HttpServletResponse response, HttpStatus status, String words) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, words));
	}

}
