package org.asemeducation.stocktake.engine;

/**
 * Says why the embedded database could not be opened and what a person can do about it.
 */
public class EmbeddedDatabaseException extends RuntimeException {

	private final String action;

	EmbeddedDatabaseException(String what, String action) {
		super(what);
		this.action = action;
	}

	EmbeddedDatabaseException(String what, String action, Throwable cause) {
		super(what, cause);
		this.action = action;
	}

	/**
	 * What to do next.
	 * @return a sentence
	 */
	public String action() {
		return this.action;
	}

}
