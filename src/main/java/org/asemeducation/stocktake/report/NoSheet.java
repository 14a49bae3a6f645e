package org.asemeducation.stocktake.report;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * No report has this initiative.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSheet extends RuntimeException {

	NoSheet(String initiative) {
		super("There is no fact sheet of %s here.".formatted(initiative));
	}

}
