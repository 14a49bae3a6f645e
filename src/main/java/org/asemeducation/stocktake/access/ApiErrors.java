package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.engine.Sentence;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Failures under {@code /api} are answered as problems: those of the protocol, and those
 * of values, which check themselves and say in plain words what is wrong with them. A
 * person who opened a page gets the plain error page instead.
 */
@ControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

	private static final String UNREADABLE = "What was sent is not the JSON that is expected here:"
			+ " load the page again and repeat what you did.";

	@ExceptionHandler
	@Nullable ResponseEntity<Object> invalid(IllegalArgumentException refused, WebRequest request) {
		return answer(refused, HttpStatus.BAD_REQUEST, Sentence.of(refused), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> notWhole(MultipartException refused, WebRequest request) {
		return answer(refused, HttpStatus.BAD_REQUEST,
				"The file did not arrive whole: choose it again and send it by the form of this page.", request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Throwable reason = failure.getMostSpecificCause();
		return answer(failure, HttpStatus.BAD_REQUEST,
				(reason instanceof UnkeepableTextException text) ? text.problem() : UNREADABLE, request);
	}

	/** Else the error page would try to read the same parts, and stay empty. */
	private static void remember(Exception failure, HttpServletRequest request) {
		if (failure instanceof MultipartException) {
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
		}
	}

	private @Nullable ResponseEntity<Object> answer(Exception failure, HttpStatus status, String words,
			WebRequest request) {
		HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
		HttpServletResponse response = ((ServletWebRequest) request).getResponse();
		if (Refusals.isInterface(asked) || response == null) {
			return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, words)).build();
		}
		remember(failure, asked);
		try {
			response.sendError(status.value(), words);
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception failure, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
		HttpServletResponse response = ((ServletWebRequest) request).getResponse();
		if (Refusals.isInterface(asked) || response == null) {
			if (body instanceof ProblemDetail problem && problem.getDetail() != null
					&& !problem.getDetail().matches("(?s).*[.?!]")) {
				problem.setDetail(problem.getDetail() + ".");
			}
			return super.handleExceptionInternal(failure, body, headers, status, request);
		}
		remember(failure, asked);
		try {
			response.sendError(status.value());
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
