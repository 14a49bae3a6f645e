package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says on a page why something was refused, where the page has no place of its own for
 * it.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedPages {

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return new ModelAndView("message", status(refused)).addObject("sentence", refused.getMessage());
	}

	private static HttpStatus status(Refused refused) {
		return switch (refused.why()) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
			case CONFLICT, OUTDATED -> HttpStatus.CONFLICT;
		};
	}

}
