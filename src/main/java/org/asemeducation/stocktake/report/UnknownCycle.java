package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is no such cycle.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownCycle extends RuntimeException {

	UnknownCycle(CycleName cycle) {
		super("There is no cycle %s: look up its name on the page of the cycles.".formatted(cycle));
	}

}
