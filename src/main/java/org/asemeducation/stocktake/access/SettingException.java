package org.asemeducation.stocktake.access;

/**
 * The application cannot start, because of a setting; the message says which, and what to
 * do.
 */
class SettingException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	SettingException(String sentence) {
		super(sentence);
	}

}
