package org.asemeducation.stocktake.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Values check themselves and say in plain words what is wrong with them; under
 * {@code /api} these words become the answer.
 */
@RestControllerAdvice
class ApiErrors {

	@ExceptionHandler
	ProblemDetail invalid(IllegalArgumentException refused, HttpServletRequest request) {
		if (!Refusals.isInterface(request)) {
			throw refused;
		}
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
	}

}
