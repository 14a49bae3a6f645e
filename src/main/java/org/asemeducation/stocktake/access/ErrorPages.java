package org.asemeducation.stocktake.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What remains of a failure for the person who met it: a sentence, never its insides.
 */
@Controller
class ErrorPages implements ErrorController {

	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
		String words = words(status, (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		if (path.startsWith(request.getContextPath() + "/api/")
				|| path.startsWith(request.getContextPath() + "/camunda/api/")) {
			return ResponseEntity.status(status)
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(ProblemDetail.forStatusAndDetail(status, words));
		}
		return new ModelAndView("error", status).addObject("title", status.getReasonPhrase()).addObject("words", words);
	}

	private static HttpStatus status(@Nullable Object code) {
		if (code == null) {
			return HttpStatus.NOT_FOUND; // somebody typed this address
		}
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String words(HttpStatus status, @Nullable String message) {
		if (status.is5xxServerError()) {
			return "Something went wrong on our side. Nothing that you saved is lost: go back and try again,"
					+ " and tell the ASEM Education Secretariat when it happens again.";
		}
		if (status == HttpStatus.NOT_FOUND) {
			return "There is nothing at this address: check it, or begin at the start page.";
		}
		if (status == HttpStatus.PAYLOAD_TOO_LARGE) {
			return "This is larger than anything that is taken here: send less of it.";
		}
		return (message == null || message.isBlank() || message.equals(status.getReasonPhrase()))
				? "This cannot be done here: begin at the start page." : message;
	}

}
