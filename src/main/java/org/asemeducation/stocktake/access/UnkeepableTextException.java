package org.asemeducation.stocktake.access;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/**
 * A text in JSON that cannot be kept as it is.
 */
class UnkeepableTextException extends JsonParseException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	UnkeepableTextException(JsonParser parser, String problem) {
		super(parser, problem);
		this.problem = problem;
	}

	/**
	 * The problem in a sentence, without the place in the JSON.
	 */
	String problem() {
		return this.problem;
	}

}
