package org.asemeducation.stocktake.report;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is no report at this address, or none yet.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoReport extends RuntimeException {

	NoReport(String cycle) {
		super("There is no report of %s here yet.".formatted(cycle));
	}

}
