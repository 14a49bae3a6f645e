package org.asemeducation.stocktake.engine;

/**
 * The application cannot start, because of a setting; the message says which, and what to
 * do.
 */
public class SettingException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	public SettingException(String sentence) {
		super(sentence);
	}

}
