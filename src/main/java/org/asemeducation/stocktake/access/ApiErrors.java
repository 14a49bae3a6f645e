package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Failures under {@code /api} are answered as problems: those of the protocol, and those
 * of values, which check themselves and say in plain words what is wrong with them. A
 * person who opened a page gets the plain error page instead.
 */
@ControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	@ResponseBody
	ProblemDetail invalid(IllegalArgumentException refused, HttpServletRequest request) {
		if (!Refusals.isInterface(request)) {
			throw refused;
		}
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception failure, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
		HttpServletResponse response = ((ServletWebRequest) request).getResponse();
		if (Refusals.isInterface(asked) || response == null) {
			return super.handleExceptionInternal(failure, body, headers, status, request);
		}
		try {
			response.sendError(status.value());
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
