package org.asemeducation.stocktake.engine;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a refusal as problem JSON (RFC 9457), with the fields at fault in
 * {@code problems}.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAdvice {

	@ExceptionHandler
	ProblemDetail answer(Refused refused) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(refused.why()), refused.getMessage());
		if (!refused.problems().isEmpty()) {
			problem.setProperty("problems", refused.problems());
		}
		return problem;
	}

	@ExceptionHandler
	ProblemDetail answer(IllegalArgumentException wrong) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Sentence.of(wrong));
	}

	private static HttpStatus status(Refused.Why why) {
		return switch (why) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case CONFLICT -> HttpStatus.CONFLICT;
			case OUTDATED -> HttpStatus.PRECONDITION_FAILED;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
		};
	}

}
